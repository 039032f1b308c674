import type { Result } from "../action/Result.ts";
import type { Expression } from "./Expression.ts";
import type { ExpressionError } from "./ExpressionError.ts";

export function parseExpression(_source: string): Result<Expression, ExpressionError> {
  return { ok: false, error: { code: "syntax", message: "Not written yet.", position: 0 } };
}
