import type { Result } from "../action/Result.ts";
import type { Context } from "../context/Context.ts";
import type { EvaluateOptions } from "../expression/EvaluateOptions.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import type { References } from "../expression/References.ts";

/** A parsed template: text with `${expression}` in it. Immutable. */
export interface Template extends References {
  readonly source: string;
  /** Computes the text in a context. Never throws; the same context gives the same result. */
  evaluate(context: Context, options?: EvaluateOptions): Result<string, ExpressionError>;
}
