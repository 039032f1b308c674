import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import type { Result } from "../action/Result.ts";
import type { Context } from "../context/Context.ts";
import type { EvaluateOptions } from "../expression/EvaluateOptions.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import type { References } from "../expression/References.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { type DisplayTextOptions, toDisplayText } from "../text/toDisplayText.ts";

/** What the fields of one contribution depend on. */
export type Dependencies = Pick<References, "references" | "readsWholeContext">;

/** Tells of a field that is wrong; `path` is relative to the contribution. */
export type ReportField = (
  code: DiagnosticCode,
  path: string,
  message: string,
  severity?: Diagnostic["severity"],
) => void;

/** Parses the fields of one contribution once, into functions that evaluate them per context. */
export interface FieldParser extends Dependencies {
  /** Notes a key that is read otherwise than by a template or expression. */
  reads(key: string): void;
  /** A template, unfinished: the caller decides what an error means. */
  template(path: string, source: string, options?: EvaluateOptions): TemplateField;
  /** A template made safe to show; empty when absent, and where it cannot be evaluated. */
  text(path: string, source: string | undefined, options?: DisplayTextOptions): TextField;
  /** An expression; where it cannot be evaluated it is false. Undefined when absent. */
  condition(path: string, source: string | undefined): ConditionField | undefined;
}

/** A template, evaluated in a context. */
export type TemplateField = (context: Context) => Result<string, ExpressionError>;
/** A text, evaluated in a context. */
export type TextField = (context: Context) => string;
/** A condition, evaluated in a context. */
export type ConditionField = (context: Context) => boolean;

/**
 * Makes the parser of one contribution's fields, which notes what they depend on.
 *
 * @param report - Told of fields that cannot be parsed, now, or evaluated, later.
 */
export function createFieldParser(report: ReportField): FieldParser {
  const references = new Set<string>();
  let readsWholeContext = false;

  function note(parsed: References): void {
    for (const key of parsed.references) references.add(key);
    readsWholeContext ||= parsed.readsWholeContext;
  }

  function template(path: string, source: string, options?: EvaluateOptions): TemplateField {
    const parsed = parseTemplate(source);
    if (!parsed.ok) {
      report("invalid-template", path, parsed.error.message);
      return () => parsed;
    }
    note(parsed.value);
    return (context) => {
      const result = parsed.value.evaluate(context, options);
      if (!result.ok) report(toCode(result.error), path, result.error.message);
      return result;
    };
  }

  return {
    references,
    get readsWholeContext() {
      return readsWholeContext;
    },
    reads(key) {
      references.add(key);
    },
    template,
    text(path, source, options) {
      if (source === undefined) return () => "";
      const evaluate = template(path, source);
      if (!source.includes("${")) return constant(evaluate, options);
      let latest: { readonly raw: string; readonly text: string } | undefined;
      return (context) => {
        const result = evaluate(context);
        const raw = result.ok ? result.value : "";
        if (latest?.raw !== raw) latest = { raw, text: toDisplayText(raw, options) };
        return latest.text;
      };
    },
    condition(path, source) {
      if (source === undefined) return undefined;
      const parsed = parseExpression(source);
      if (!parsed.ok) {
        report("invalid-expression", path, parsed.error.message);
        return () => false;
      }
      note(parsed.value);
      return (context) => {
        const result = parsed.value.evaluate(context);
        if (!result.ok) report(toCode(result.error), path, result.error.message);
        return result.ok && Boolean(result.value);
      };
    },
  };
}

/** Most texts have no substitutions: they are the same in every context. */
function constant(evaluate: TemplateField, options: DisplayTextOptions | undefined): TextField {
  const result = evaluate({});
  const text = result.ok ? toDisplayText(result.value, options) : "";
  return () => text;
}

function toCode(error: ExpressionError): DiagnosticCode {
  const isForbidden = error.code === "context-forbidden" || error.code === "key-forbidden";
  return isForbidden ? "context-in-url" : "evaluation-failed";
}
