import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import { compileDeclaredAction } from "./compileDeclaredAction.ts";
import { evaluateFields } from "./createActionView.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/**
 * Evaluates one action without a registry, for example one that is defined where it is rendered. A
 * field that cannot be evaluated is left out; a malformed link is disabled.
 *
 * @param context - What its templates and expressions read. @default empty
 * @throws Error when the ID is malformed or the fields contradict one another.
 */
export function resolveAction(
  action: ApplicationAction,
  context: Context = {},
  options: ResolveOptions = {},
): ResolvedAction {
  const compiled = compileDeclaredAction(action, options);
  return compiled.assemble(evaluateFields(compiled.fields, context)).action;
}
