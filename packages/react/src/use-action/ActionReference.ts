import type { ApplicationAction, ResolvedAction } from "@action-telemetry/actions";

/**
 * An action to render: the ID of one in the registry, one as an application declares it, or one that
 * was resolved, such as a menu item's. Keep declared actions outside of the component.
 */
export type ActionReference = string | ApplicationAction | ResolvedAction;

/** Whether an action was evaluated already. */
export function isResolved(action: ApplicationAction | ResolvedAction): action is ResolvedAction {
  return "kind" in action;
}
