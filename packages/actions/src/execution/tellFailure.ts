import { andThen } from "./andThen.ts";
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
  return andThen(ending, (outcome) => {
    if (outcome.status === "failed") callPort(() => tell(outcome.error));
    return outcome;
  });
}
