import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import type { Result } from "../action/Result.ts";
import type { Context } from "../context/Context.ts";
import type { EvaluateOptions } from "../expression/EvaluateOptions.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { type DisplayTextOptions, toDisplayText } from "../text/toDisplayText.ts";
import type { Dependencies } from "./createMemo.ts";
import type { Parser } from "./createParser.ts";

/** Tells of a field that is wrong; `path` is relative to the contribution. */
export type ReportField = (
  code: DiagnosticCode,
  path: string,
  message: string,
  severity?: Diagnostic["severity"],
) => void;

/** A template, evaluated in a context. */
export type TemplateField = (context: Context) => Result<string, ExpressionError>;
/** A text, evaluated in a context. */
export type TextField = (context: Context) => string;
/** A condition, evaluated in a context. */
export type ConditionField = (context: Context) => boolean;

/** Parses fields that belong together, once, into functions that evaluate them per context. */
export interface FieldParser extends Dependencies {
  /** Notes what else the fields depend on. */
  note(dependencies: Dependencies): void;
  /** A template, unfinished: the caller decides what an error means. */
  template(path: string, source: string, options?: EvaluateOptions): TemplateField;
  /** A template made safe to show; empty when absent, and where it cannot be evaluated. */
  text(path: string, source: string | undefined, options?: DisplayTextOptions): TextField;
  /** An expression; where it cannot be evaluated it is false. Undefined when absent. */
  condition(path: string, source: string | undefined): ConditionField | undefined;
}

/**
 * Makes a parser of fields, which notes what they depend on.
 *
 * @param report - Told of fields that cannot be parsed, now, or evaluated, later.
 */
export function createFieldParser(parser: Parser, report: ReportField): FieldParser {
  const references = new Set<string>();
  let readsWholeContext = false;

  function note(dependencies: Dependencies): void {
    for (const key of dependencies.references) references.add(key);
    readsWholeContext ||= dependencies.readsWholeContext;
  }

  function template(path: string, source: string, options?: EvaluateOptions): TemplateField {
    const parsed = parser.template(source, options);
    if (!parsed.ok) {
      report("invalid-template", path, parsed.error.message);
      return () => parsed;
    }
    note(parsed.value);
    return (context) => {
      const result = parsed.value.evaluate(context);
      if (!result.ok) report(toCode(result.error), path, result.error.message);
      return result;
    };
  }

  return {
    references,
    get readsWholeContext() {
      return readsWholeContext;
    },
    note,
    template,
    text(path, source, options) {
      if (source === undefined) return () => "";
      const evaluate = template(path, source);
      if (!source.includes("${")) {
        // The text is the same in every context, as most are.
        const constant = evaluate({});
        const text = constant.ok ? toDisplayText(constant.value, options) : "";
        return () => text;
      }
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
      const parsed = parser.expression(source);
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

function toCode(error: ExpressionError): DiagnosticCode {
  const isForbidden = error.code === "context-forbidden" || error.code === "key-forbidden";
  return isForbidden ? "context-in-url" : "evaluation-failed";
}
