import { adopt } from "./adopt.ts";
import type { AbortSignalPort } from "../platform/AbortSignalPort.ts";
import type { Timers } from "../platform/Timers.ts";

/** How a limited run ended. */
export type RunEnd =
  | { readonly kind: "done" }
  | { readonly kind: "threw"; readonly cause: unknown }
  | { readonly kind: "timeout" }
  | { readonly kind: "aborted" };

/** What bounds a run. */
export interface RunLimits {
  readonly signal: AbortSignalPort | undefined;
  /** Milliseconds; `Infinity` for no limit. */
  readonly timeoutMs: number;
  readonly timers: Timers;
}

interface AbortGlobals {
  readonly AbortController: new () => { readonly signal: AbortSignalPort; abort(): void };
}

/**
 * Runs a function with a signal that aborts when the caller gives up or the time has passed. Neither
 * throws nor rejects. The end is returned at once, not as a promise, when the function returned no
 * promise.
 */
export function runLimited(
  run: (signal: AbortSignalPort) => unknown,
  limits: RunLimits,
): RunEnd | Promise<RunEnd> {
  const controller = new (globalThis as unknown as AbortGlobals).AbortController();
  try {
    const returned = run(controller.signal);
    if (!isThenable(returned)) return { kind: "done" };
    return waitFor(returned, limits, () => {
      controller.abort();
    });
  } catch (cause) {
    return { kind: "threw", cause };
  }
}

function waitFor(returned: unknown, limits: RunLimits, abort: () => void): Promise<RunEnd> {
  return new Promise((resolve) => {
    const giveUp = (end: RunEnd): void => {
      finish(end);
      abort();
    };
    const onAbort = (): void => {
      giveUp({ kind: "aborted" });
    };
    const cancelTimer = Number.isFinite(limits.timeoutMs)
      ? limits.timers.schedule(() => {
          giveUp({ kind: "timeout" });
        }, limits.timeoutMs)
      : undefined;
    const finish = (end: RunEnd): void => {
      cancelTimer?.();
      limits.signal?.removeEventListener("abort", onAbort);
      resolve(end);
    };
    limits.signal?.addEventListener("abort", onAbort);
    if (limits.signal?.aborted === true) onAbort();
    adopt(returned).then(
      () => finish({ kind: "done" }),
      (cause: unknown) => finish({ kind: "threw", cause }),
    );
  });
}

/** @throws What a getter of the value throws. */
function isThenable(value: unknown): boolean {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as { readonly then?: unknown }).then === "function"
  );
}
