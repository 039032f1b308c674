import type { ResolvedAction } from "@action-telemetry/actions";

/**
 * An action with more arguments. They were typed or chosen by a person, so none of its arguments is
 * logged any more, whatever the action says.
 */
export function withArguments(action: ResolvedAction, values: readonly unknown[]): ResolvedAction {
  if (values.length === 0) return action;
  const { logArguments: _notForThese, ...rest } = action;
  return { ...rest, arguments: [...action.arguments, ...values] };
}
