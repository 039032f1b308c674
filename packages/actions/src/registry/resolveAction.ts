import type { ApplicationAction } from "../action/ApplicationAction.ts";
import type { Context } from "../context/Context.ts";
import { defineAction } from "../action/defineAction.ts";
import { compileAction } from "./compileAction.ts";
import { createParser } from "./createParser.ts";
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
  const compiled = compileAction(defineAction(action), options, createParser(), () => undefined);
  return compiled.evaluate(context).action;
}
