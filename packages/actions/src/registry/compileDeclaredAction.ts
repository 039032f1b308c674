import type { ApplicationAction } from "../action/ApplicationAction.ts";
import { defineAction } from "../action/defineAction.ts";
import { createExpressionParser } from "../field/createExpressionParser.ts";
import { compileAction } from "./compileAction.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import type { ResolveOptions } from "./ResolveOptions.ts";

/**
 * Parses an action that is declared where it is rendered, without a registry. A field that cannot be parsed is left
 * out, and nobody is told.
 *
 * @throws Error when the ID is malformed or the fields contradict one another.
 */
export function compileDeclaredAction(
  action: ApplicationAction,
  options: ResolveOptions,
): CompiledAction {
  return compileAction(defineAction(action), options, createExpressionParser(), () => undefined);
}
