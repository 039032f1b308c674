import { callPort } from "./callPort.ts";
import type { ExecutionError } from "./ExecutionError.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";

/**
 * Tells the application of a failure.
 *
 * @param tell - Whatever it throws changes nothing.
 */
export function tellFailure(
  ending: ExecutionOutcome | Promise<ExecutionOutcome>,
  tell: (error: ExecutionError) => void,
): ExecutionOutcome | Promise<ExecutionOutcome> {
  if (ending instanceof Promise) return ending.then((outcome) => tellFailure(outcome, tell));
  if (ending.status === "failed") callPort(() => tell(ending.error));
  return ending;
}
