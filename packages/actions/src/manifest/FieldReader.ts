import type { DiagnosticCode } from "../action/Diagnostic.ts";
import type { ExpressionError } from "../expression/ExpressionError.ts";
import { parseExpression } from "../expression/parseExpression.ts";
import { ownValue } from "../platform/ownValue.ts";
import { parseTemplate } from "../template/parseTemplate.ts";
import { manifestLimits } from "./manifestLimits.ts";
import type { Reporter } from "./Reporter.ts";

const leftOut = "It was left out.";

/** The message of an error in an expression, with the place, counted from 1. */
export function describeError({ message, position }: ExpressionError): string {
  return `${message.replace(/\.$/, "")} (at character ${position + 1}).`;
}

/** Reads the fields of one object of a manifest, and reports those that cannot be used. */
export class FieldReader {
  readonly #target: object;
  readonly #path: string;
  readonly #reporter: Reporter;
  readonly #actionId: string | undefined;

  constructor(target: object, path: string, reporter: Reporter, actionId?: string) {
    this.#target = target;
    this.#path = path;
    this.#reporter = reporter;
    this.#actionId = actionId;
  }

  /** The path of a field. */
  path(field: string): string {
    return `${this.#path}.${field}`;
  }

  /** The value of a field, whatever it is. */
  value(field: string): unknown {
    return ownValue(this.#target, field);
  }

  /** A text, if the field is one. */
  text(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined || typeof value === "string") return value;
    this.error("wrong-type", field, "This has to be a text.");
    return undefined;
  }

  /** A short, non-empty text that is used as it is: a command or a group. */
  word(field: string): string | undefined {
    const text = this.text(field);
    if (text === undefined || text === "") return undefined;
    if (text.length <= manifestLimits.wordLength) return text;
    this.error("wrong-type", field, `This is longer than ${manifestLimits.wordLength} characters.`);
    return undefined;
  }

  /** A list of short texts: keybindings or keywords. */
  words(field: string): readonly string[] | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const { words, wordLength } = manifestLimits;
    const isShort = (item: unknown): item is string =>
      typeof item === "string" && item !== "" && item.length <= wordLength;
    if (Array.isArray(value) && value.length <= words) {
      const items = value.map((_, index) => ownValue(value, String(index)));
      if (items.every(isShort)) return Object.freeze(items);
    }
    const message = `This has to be a list of at most ${words} texts of at most ${wordLength} characters.`;
    this.error("wrong-type", field, message);
    return undefined;
  }

  /** The source of a template, if it can be parsed. */
  template(field: string): string | undefined {
    const source = this.text(field);
    const parsed = source === undefined ? undefined : parseTemplate(source);
    if (parsed?.ok !== false) return source;
    this.error("invalid-template", field, describeError(parsed.error));
    return undefined;
  }

  /** The source of an expression, if it can be parsed. `outcome`: see `error`. */
  expression(field: string, outcome?: string): string | undefined {
    const source = this.text(field);
    const parsed = source === undefined ? undefined : parseExpression(source);
    if (parsed?.ok !== false) return source;
    this.error("invalid-expression", field, describeError(parsed.error), outcome);
    return undefined;
  }

  /** Reports a problem, and what became of the field or of what it belongs to. */
  error(code: DiagnosticCode, field: string, message: string, outcome = leftOut): void {
    this.#reporter.error(code, this.path(field), `${message} ${outcome}`, this.#actionId);
  }

  /** Reports a field that is kept. */
  warn(code: DiagnosticCode, field: string, message: string): void {
    this.#reporter.warn(code, this.path(field), message, this.#actionId);
  }
}
