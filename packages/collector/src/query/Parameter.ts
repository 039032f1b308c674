import type { Result } from "@action-telemetry/event-schema";

/** What the API's document says of a parameter's text: the part of JSON Schema that parameters need. */
export interface ParameterSchema {
  readonly type: "string" | "integer";
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: "date";
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** One parameter of an address. What checks it also says in the API's document what it takes. */
export interface Parameter<Value> {
  readonly description: string;
  readonly schema: ParameterSchema;
  /** The value, or what it must be, in words that go after "must be". */
  parse(text: string): Result<Value, string>;
}

/** Takes one of some words. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  description: string,
): Parameter<Value> {
  return {
    description,
    schema: { type: "string", enum: values },
    parse(text) {
      const value = values.find((candidate) => candidate === text);
      if (value !== undefined) return { ok: true, value };
      return { ok: false, error: `one of ${values.join(", ")}` };
    },
  };
}

/** Takes a whole number, both ends included, written without sign, point or leading zero. */
export function wholeNumber(
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  description: string,
): Parameter<number> {
  return {
    description,
    schema: { type: "integer", minimum, maximum },
    parse(text) {
      const value = Number(text);
      if (/^(?:0|[1-9]\d{0,14})$/u.test(text) && value >= minimum && value <= maximum) {
        return { ok: true, value };
      }
      return { ok: false, error: `a whole number from ${minimum} to ${maximum}` };
    },
  };
}

/** The first day that `date` takes: older ones are typing errors. */
const firstDate = "1970-01-01";
const datePattern = /^(?:19[7-9]\d|2\d{3})-\d{2}-\d{2}$/u;

/** Takes a day that exists, such as `2026-11-22`, from 1970 to 2999. */
export function date(description: string): Parameter<string> {
  return {
    description,
    schema: { type: "string", format: "date", pattern: datePattern.source },
    parse(text) {
      const time = datePattern.test(text) ? Date.parse(text) : Number.NaN;
      // Engines roll the 30th of February over into March.
      if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) {
        return { ok: true, value: text };
      }
      return { ok: false, error: `a day such as 2026-11-22, not before ${firstDate}` };
    },
  };
}

/** Takes text of a pattern. */
export function matching(
  pattern: RegExp,
  { expected, description }: { readonly expected: string; readonly description: string },
): Parameter<string> {
  return {
    description,
    schema: { type: "string", pattern: pattern.source },
    parse: (value) => (pattern.test(value) ? { ok: true, value } : { ok: false, error: expected }),
  };
}
