import type { ActionId } from "../action/ActionId.ts";
import type { LogArguments } from "../action/ApplicationAction.ts";
import { isActionId } from "../action/isActionId.ts";
import type { JsonObject } from "../action/JsonValue.ts";
import type { Result } from "../action/Result.ts";
import type { ResolvedAction } from "../registry/ResolvedAction.ts";
import type { ActionExecution, ArgumentsDrop } from "./ActionExecution.ts";
import { copyLoggedArguments } from "./copyLoggedArguments.ts";
import type { ExecuteOptions } from "./ExecuteOptions.ts";
import type { ExecutionProblemCode } from "./ExecutionProblem.ts";
import type { Surface } from "./Surface.ts";
import type { Trigger } from "./Trigger.ts";

type Report = (code: ExecutionProblemCode) => void;

const triggers: ReadonlySet<unknown> = new Set<Trigger>(["pointer", "keyboard", "api"]);

/**
 * Makes the record to log of an execution. What is wrong with the circumstances is reported and
 * replaced by something harmless, or left out.
 *
 * @param action - The action that really runs.
 * @param actionId - Its ID, checked.
 * @param isAlt - Whether that is the alternative.
 */
export function describeExecution(
  action: ResolvedAction,
  actionId: ActionId,
  isAlt: boolean,
  options: ExecuteOptions,
  report: Report,
): ActionExecution {
  const logArguments = isAlt ? action.logArguments : (options.logArguments ?? action.logArguments);
  const logged = logArguments && readArguments(logArguments, action.arguments);
  if (logged?.ok === false) report(logged.error);
  return Object.freeze({
    actionId,
    surface: readSurface(options.surface, report),
    trigger: readTrigger(options.trigger, report),
    ...(isAlt && { alt: true as const }),
    ...(options.trusted === false && { trusted: false as const }),
    ...(logged?.ok === true && { arguments: logged.value }),
    ...(logged?.ok === false && { argumentsDropped: logged.error }),
  });
}

function readSurface(surface: unknown, report: Report): Surface {
  if (isActionId(surface)) return surface;
  report("invalid-surface");
  return "page";
}

function readTrigger(trigger: unknown, report: Report): Trigger {
  if (triggers.has(trigger)) return trigger as Trigger;
  report("invalid-trigger");
  return "api";
}

function readArguments(
  logArguments: LogArguments,
  values: readonly unknown[],
): Result<JsonObject, ArgumentsDrop> {
  try {
    return copyLoggedArguments(logArguments(...values));
  } catch {
    return { ok: false, error: "log-arguments-failed" };
  }
}
