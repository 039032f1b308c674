import type { ContextStore, ResolvedMenuItem, Trigger } from "@action-telemetry/actions";
import { useActions } from "../actions-provider/useActions.ts";
import type { RecentsStore } from "./RecentsStore.ts";

/** How a row was activated. */
export interface RowActivation {
  readonly trigger: Trigger;
  readonly trusted: boolean;
  /** Whether Control or Command was down, or the middle button was pressed. */
  readonly modified: boolean;
}

/** Runs a row. */
export type RunRow = (item: ResolvedMenuItem, activation: RowActivation) => void;

/**
 * Runs a row: the same for a click and for Enter, also when it is a link. With a modifier the
 * alternative runs, or a link without one opens a tab.
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
  return ({ action, alt }, { trigger, trusted, modified }) => {
    if (!trusted && syntheticEvents === "ignore") return;
    const useAlt = modified && canRun(alt);
    const chosen = useAlt ? alt : action;
    if (!canRun(chosen)) return;
    close();
    const newTab = modified && !useAlt && action.kind === "link" ? { newTab: true } : {};
    const options = { surface: "palette", trigger, trusted, alt, useAlt, ...newTab };
    const run = executor.execute(action, { ...options, scope: scope ?? actions.scope });
    recents.add(chosen.id);
    void run.then((outcome) => {
      if (outcome.status !== "failed") return;
      notices.add({ title: chosen.title, message: outcome.error.message });
    });
  };
}

function canRun(action: ResolvedMenuItem["alt"]): action is ResolvedMenuItem["action"] {
  return action !== undefined && !action.disabled && action.kind !== "noop";
}
