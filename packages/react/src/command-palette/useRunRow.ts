import {
  decideGesture,
  type ContextStore,
  type Gesture,
  type ResolvedMenuItem,
  type Trigger,
} from "@action-telemetry/actions";
import { useActions } from "../actions-provider/useActions.ts";
import type { RecentsStore } from "./RecentsStore.ts";

/** How a row was activated. */
export interface RowActivation {
  /** The click on the row, or the one that Enter stands for. */
  readonly gesture: Gesture;
  readonly trigger: Trigger;
  readonly trusted: boolean;
}

/** Runs a row. */
export type RunRow = (item: ResolvedMenuItem, activation: RowActivation) => void;

/**
 * Runs a row: the same as a click on the action anywhere else does, for a click and for Enter alike,
 * also when it is a link.
 *
 * @param close - Closes the palette and gives the focus back; called before the action runs.
 */
export function useRunRow(
  scope: ContextStore | undefined,
  recents: RecentsStore,
  close: () => void,
): RunRow {
  const { actions, executor } = useActions();
  const { notices, syntheticEvents } = actions;
  return ({ action, alt }, { gesture, trigger, trusted }) => {
    if (!trusted && syntheticEvents === "ignore") return;
    const decision = decideGesture(gesture, action, alt);
    if (decision.run === "nothing") return;
    const useAlt = decision.run === "alt";
    const chosen = (useAlt ? alt : undefined) ?? action;
    close();
    const newTab = decision.newTab ? { newTab: true } : {};
    const options = { surface: "palette", trigger, trusted, alt, useAlt, ...newTab };
    const run = executor.execute(action, { ...options, scope: scope ?? actions.scope });
    recents.add(chosen.id);
    void run.then((outcome) => {
      if (outcome.status !== "failed") return;
      notices.add({ title: chosen.title, message: outcome.error.message });
    });
  };
}
