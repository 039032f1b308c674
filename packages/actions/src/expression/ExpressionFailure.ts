import type { Result } from "../action/Result.ts";
import type { ExpressionError, ExpressionErrorCode } from "./ExpressionError.ts";

/**
 * Thrown while parsing and evaluating, and turned into a value at the edge by `attempt`. Not an
 * `Error`: nobody reads a stack here, and collecting one is slow.
 */
export class ExpressionFailure {
  readonly failure: ExpressionError;

  constructor(code: ExpressionErrorCode, message: string, position: number) {
    this.failure = { code, message, position };
  }
}

/** Calls `compute`; whatever it throws becomes an error value. */
export function attempt<T>(compute: () => T): Result<T, ExpressionError> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (error instanceof ExpressionFailure) return { ok: false, error: error.failure };
    // A getter or a proxy in the context, or the host's own mayRead, threw.
    const message = "Reading the context failed.";
    return { ok: false, error: { code: "unreadable-context", message, position: 0 } };
  }
}
