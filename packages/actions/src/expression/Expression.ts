import type { Result } from "../action/Result.ts";
import type { Context, ContextValue } from "../context/Context.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import type { ExpressionError } from "./ExpressionError.ts";
import type { References } from "./References.ts";

/** A parsed expression. Immutable; may be evaluated any number of times. */
export interface Expression extends References {
  readonly source: string;
  /** Computes the value in a context. Never throws; the same context gives the same result. */
  evaluate(context: Context, options?: EvaluateOptions): Result<ContextValue, ExpressionError>;
}
