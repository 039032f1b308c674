import type { Result } from "../action/Result.ts";
import { exceedsBytes } from "../text/exceedsBytes.ts";
import { evaluate } from "./evaluate.ts";
import { Evaluation } from "./Evaluation.ts";
import type { Expression } from "./Expression.ts";
import type { ExpressionError } from "./ExpressionError.ts";
import { attempt, ExpressionFailure } from "./ExpressionFailure.ts";
import { expressionLimits } from "./expressionLimits.ts";
import { findReferences } from "./findReferences.ts";
import { parse } from "./parse.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Parses an expression: the language of `when`, `disabledWhen` and `pressed`. Never throws, and takes
 * no longer than a few milliseconds for any source.
 *
 * @param source - At most 4 KiB.
 *
 * @example
 * ```ts
 * const parsed = parseExpression("resource && config.blame != 'none'");
 * if (parsed.ok) parsed.value.evaluate({ resource: true, "config.blame": "line" });
 * // { ok: true, value: true }
 * ```
 */
export function parseExpression(source: string): Result<Expression, ExpressionError> {
  return attempt(() => {
    if (exceedsBytes(source, expressionLimits.sourceBytes)) {
      const message = `The expression is longer than ${expressionLimits.sourceBytes} bytes.`;
      throw new ExpressionFailure("too-long", message, 0);
    }
    const root = parse(tokenize(source, "code"));
    return Object.freeze<Expression>({
      source,
      ...findReferences(root),
      evaluate: (context, options = {}) =>
        attempt(() => evaluate(root, new Evaluation(context, options))),
    });
  });
}
