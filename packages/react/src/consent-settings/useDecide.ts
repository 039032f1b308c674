import type { Consent } from "@action-telemetry/telemetry";
import { useRef, useState } from "react";

/** What a person decides. */
export type DecidedState = "granted" | "denied";

/** How it goes with the latest decision. */
export type DecideProgress =
  | "settled"
  | "erasing"
  /** It had no effect. */
  | "failed"
  /** It holds, but not for the next visit. */
  | "not-kept";

/** What {@link useDecide} gives. */
export interface Decide {
  readonly progress: DecideProgress;
  readonly decide: (state: DecidedState) => void;
}

/**
 * Puts decisions into effect and has them kept. The effect comes first: a denial must not wait for a
 * storage, and a storage that fails must not undo it.
 *
 * @param keep - Keeps a decision for the next visit; may throw or reject.
 */
export function useDecide(
  consent: Consent,
  keep: ((state: DecidedState) => unknown) | undefined,
): Decide {
  const [progress, setProgress] = useState<DecideProgress>("settled");
  const latest = useRef(0);
  async function apply(state: DecidedState): Promise<void> {
    const turn = (latest.current += 1);
    const effect = succeeds(() => consent.set(state));
    const kept = succeeds(() => keep?.(state));
    setProgress(state === "denied" ? "erasing" : "settled");
    const [isEffective, isKept] = await Promise.all([effect, kept]);
    if (turn !== latest.current) return;
    if (!isEffective) setProgress("failed");
    else setProgress(isKept ? "settled" : "not-kept");
  }
  return { progress, decide: (state) => void apply(state) };
}

/** Starts a task at once; resolves to whether it ended well. */
function succeeds(task: () => unknown): Promise<boolean> {
  return new Promise((resolve) => resolve(task())).then(
    () => true,
    () => false,
  );
}
