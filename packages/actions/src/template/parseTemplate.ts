import type { Result } from "../action/Result.ts";
import { evaluate } from "../expression/evaluate.ts";
import { Evaluation } from "../expression/Evaluation.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { attempt, ExpressionFailure } from "../expression/ExpressionFailure.ts";
import { expressionLimits } from "../expression/expressionLimits.ts";
import { findReferences } from "../expression/findReferences.ts";
import type { Node } from "../expression/Node.ts";
import { parseText } from "../expression/parse.ts";
import { tokenize } from "../expression/tokenize.ts";
import { toText } from "../expression/toText.ts";
import { exceedsBytes } from "../text/exceedsBytes.ts";
import type { Template } from "./Template.ts";

/**
 * Parses a template: text with `${expression}` in it, as titles, descriptions, icons and arguments
 * are. To write a literal `${`, put a backslash before it. Never throws, and takes no longer than a
 * few milliseconds for any source.
 *
 * @param source - At most 4 KiB; 32 KiB when it is plain text without substitutions.
 *
 * @example
 * ```ts
 * const parsed = parseTemplate("${wrapped && 'Unwrap' || 'Wrap'} long lines");
 * if (parsed.ok) parsed.value.evaluate({ wrapped: true }); // { ok: true, value: "Unwrap long lines" }
 * ```
 */
export function parseTemplate(source: string): Result<Template, ExpressionError> {
  return attempt(() => {
    if (exceedsBytes(source, expressionLimits.plainTextBytes)) throw tooLong();
    if (!source.includes("${")) return plainText(source);
    if (exceedsBytes(source, expressionLimits.sourceBytes)) throw tooLong();
    const root = parseText(tokenize(source, "text"));
    return Object.freeze<Template>({
      source,
      ...findReferences(root),
      evaluate: (context, options = {}) =>
        attempt(() => evaluateText(root, new Evaluation(context, options))),
    });
  });
}

function evaluateText(root: Node, evaluation: Evaluation): string {
  return toText(evaluate(root, evaluation), evaluation, root.position);
}

const noReferences: ReadonlySet<string> = new Set();

function plainText(source: string): Template {
  const result = Object.freeze({ ok: true as const, value: source });
  return Object.freeze<Template>({
    source,
    references: noReferences,
    readsWholeContext: false,
    exposesContext: false,
    evaluate: () => result,
  });
}

function tooLong(): ExpressionFailure {
  const { sourceBytes, plainTextBytes } = expressionLimits;
  const message = `The template is longer than ${sourceBytes} bytes (${plainTextBytes} without substitutions).`;
  return new ExpressionFailure("too-long", message, 0);
}
