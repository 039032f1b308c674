import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import { isConstant } from "../dependents/Dependencies.ts";
import type { EvaluateOptions } from "../expression/EvaluateOptions.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { type DisplayTextOptions, toDisplayText } from "../text/toDisplayText.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import type { ParsedField, ParseExpression } from "./createExpressionParser.ts";
import { constantField, type Field } from "./Field.ts";

/** Tells of a field that is wrong; `path` is relative to the contribution. */
export type ReportField = (
  code: DiagnosticCode,
  path: string,
  message: string,
  severity?: Diagnostic["severity"],
) => void;

/** Parses the fields of a contribution, once. */
export interface FieldParser {
  /** A template, unfinished: the caller decides what an error means. */
  readonly template: (
    path: string,
    source: string,
    options?: EvaluateOptions,
  ) => ParsedField<string>;
  /** A template made safe to show; empty when absent, and where it cannot be evaluated. */
  readonly text: (
    path: string,
    source: string | undefined,
    options?: DisplayTextOptions,
  ) => Field<string>;
  /** An expression; where it cannot be evaluated it is false. Undefined when absent. */
  readonly condition: (path: string, source: string | undefined) => Field<boolean> | undefined;
}

const noText = constantField("");
/** A text of so many code units is not too long, however many bytes each of them takes. */
const surelyShortEnough = 8000;

/**
 * Makes a parser of fields.
 *
 * @param report - Told of fields that cannot be parsed, now, or evaluated, later.
 */
export function createFieldParser(
  parseExpression: ParseExpression,
  report: ReportField,
): FieldParser {
  const fail = (path: string, error: ExpressionError) => report(toCode(error), path, error.message);

  function template(path: string, source: string, options?: EvaluateOptions): ParsedField<string> {
    const parsed = parseTemplate(source);
    if (!parsed.ok) {
      report("invalid-template", path, parsed.error.message);
      return constantField(parsed);
    }
    const { references, readsWholeContext } = parsed.value;
    return {
      references,
      readsWholeContext,
      evaluate(context) {
        const result = parsed.value.evaluate(context, options);
        if (!result.ok) fail(path, result.error);
        return result;
      },
    };
  }

  return {
    template,
    text(path, source, options) {
      if (source === undefined) return noText;
      // Nearly every text is plain. There may be tens of thousands, of which nothing else has to be kept.
      if (source.length <= surelyShortEnough && !source.includes("${")) {
        return constantField(toDisplayText(source, options));
      }
      const field = template(path, source);
      const { references, readsWholeContext } = field;
      const evaluate: Field<string>["evaluate"] = (context) => {
        const result = field.evaluate(context);
        return result.ok ? toDisplayText(result.value, options) : "";
      };
      // The text is the same in every context, as most are.
      return isConstant(field)
        ? constantField(evaluate({}))
        : { references, readsWholeContext, evaluate };
    },
    condition(path, source) {
      if (source === undefined) return undefined;
      const parsed = parseExpression(source);
      if (!parsed.ok) {
        report("invalid-expression", path, parsed.error.message);
        return constantField(false);
      }
      const { references, readsWholeContext, evaluate } = parsed.value;
      return {
        references,
        readsWholeContext,
        evaluate(context) {
          const result = evaluate(context);
          if (!result.ok) fail(path, result.error);
          return result.ok && Boolean(result.value);
        },
      };
    },
  };
}

function toCode(error: ExpressionError): DiagnosticCode {
  const isForbidden = error.code === "context-forbidden" || error.code === "key-forbidden";
  return isForbidden ? "context-in-url" : "evaluation-failed";
}
