import type { Result } from "../action/Result.ts";
import type { Context, ContextValue } from "../context/Context.ts";
import type { EvaluateOptions } from "../expression/EvaluateOptions.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { createMemo, type Dependencies } from "./createMemo.ts";

/** Something parsed, which remembers its latest value. */
export interface Parsed<Value> extends Dependencies {
  readonly evaluate: (context: Context) => Result<Value, ExpressionError>;
}

/** Parses expressions and templates. */
export interface Parser {
  readonly expression: (source: string) => Result<Parsed<ContextValue>, ExpressionError>;
  readonly template: (
    source: string,
    options?: EvaluateOptions,
  ) => Result<Parsed<string>, ExpressionError>;
}

/**
 * Makes a parser that parses, and in one context evaluates, an expression only once however often it
 * is used: the items of one extension tend to have the same condition.
 */
export function createParser(): Parser {
  const expressions = new Map<string, Result<Parsed<ContextValue>, ExpressionError>>();
  return {
    expression(source) {
      const known = expressions.get(source);
      if (known !== undefined) return known;
      const parsed = parseExpression(source);
      const result = parsed.ok ? remember(parsed.value, parsed.value.evaluate) : parsed;
      expressions.set(source, result);
      return result;
    },
    template(source, options) {
      const parsed = parseTemplate(source);
      if (!parsed.ok) return parsed;
      const template = parsed.value;
      return remember(template, (context) => template.evaluate(context, options));
    },
  };
}

function remember<Value>(
  dependencies: Dependencies,
  evaluate: (context: Context) => Result<Value, ExpressionError>,
): Result<Parsed<Value>, never> {
  const { references, readsWholeContext } = dependencies;
  return {
    ok: true,
    value: { references, readsWholeContext, evaluate: createMemo(dependencies, evaluate) },
  };
}
