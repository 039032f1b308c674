import type { Result } from "../action/Result.ts";
import type { ContextValue } from "../context/Context.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import { createMemo } from "./createMemo.ts";
import type { Field } from "./Field.ts";

/** Something parsed, whose evaluation can fail. */
export type ParsedField<Value> = Field<Result<Value, ExpressionError>>;

/** Parses an expression. */
export type ParseExpression = (
  source: string,
) => Result<ParsedField<ContextValue>, ExpressionError>;

/**
 * Makes a parser that parses, and in one context evaluates, an expression only once however often it
 * is used: the items of one extension tend to have the same condition.
 */
export function createExpressionParser(): ParseExpression {
  const known = new Map<string, ReturnType<ParseExpression>>();

  const parse: ParseExpression = (source) => {
    const parsed = parseExpression(source);
    if (!parsed.ok) return parsed;
    const { references, readsWholeContext, evaluate } = parsed.value;
    const memo = createMemo(parsed.value, evaluate);
    return { ok: true, value: { references, readsWholeContext, evaluate: memo } };
  };
  return (source) => {
    const result = known.get(source) ?? parse(source);
    known.set(source, result);
    return result;
  };
}
