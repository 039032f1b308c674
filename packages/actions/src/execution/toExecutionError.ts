import { toDisplayText } from "../text/toDisplayText.ts";
import type { ExecutionError, ExecutionErrorCode } from "./ExecutionError.ts";

const sentences: Readonly<Record<ExecutionErrorCode, string>> = {
  "command-failed": "The action failed.",
  "command-not-found": "This action is not available here.",
  "invalid-action": "This action is malformed and was not run.",
  "open-failed": "The link could not be opened.",
  timeout: "The action took too long and was given up.",
};

/**
 * Makes the error of an outcome. For a failed command its message is what the command said, as far
 * as that can be read without harm, and a plain sentence otherwise.
 *
 * @param cause - What was thrown, whatever that is.
 */
export function toExecutionError(code: ExecutionErrorCode, cause?: unknown): ExecutionError {
  const said = code === "command-failed" ? readMessage(cause) : "";
  return Object.freeze({
    code,
    message: said === "" ? sentences[code] : said,
    ...(cause !== undefined && { cause }),
  });
}

/** Empty when there is none, or reading it throws. */
function readMessage(cause: unknown): string {
  try {
    const message =
      typeof cause === "object" && cause !== null
        ? (cause as { readonly message?: unknown }).message
        : cause;
    return typeof message === "string" ? toDisplayText(message) : "";
  } catch {
    return "";
  }
}
