import { andThen } from "./andThen.ts";
import { callPort } from "./callPort.ts";
import type { ExecutionOutcome } from "./ExecutionOutcome.ts";

/** How an execution ended, as far as that may be logged: a word, never an error. */
export type LoggedOutcome = "succeeded" | "failed" | "cancelled";

/**
 * Tells whoever recorded an execution how it ended, once, if it asked to know. Following a link
 * succeeded when the link was opened: what becomes of the page is not this one's to see.
 *
 * @param complete - What `record` returned: a function to call with the outcome, or anything else.
 * @param onFailure - Called when it throws, or the promise it returned rejects.
 */
export function reportOutcome(
  ending: ExecutionOutcome | Promise<ExecutionOutcome>,
  complete: unknown,
  onFailure: () => void,
): ExecutionOutcome | Promise<ExecutionOutcome> {
  if (typeof complete !== "function") return ending;
  return andThen(ending, (outcome) => {
    const word: LoggedOutcome = outcome.status === "opened" ? "succeeded" : outcome.status;
    callPort(() => Reflect.apply(complete, undefined, [word]), onFailure);
    return outcome;
  });
}
