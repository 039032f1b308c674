import type { JsonObject, JsonValue } from "./JsonValue.ts";
import type { Result } from "./Result.ts";
import { limits } from "./limits.ts";
import { utf8Length } from "./utf8Length.ts";

/** Why a value may not stand as the `arguments` of an event. */
export type ArgumentsRejection =
  | "arguments-not-json"
  | "arguments-too-deep"
  | "arguments-too-large"
  | "arguments-forbidden-key"
  | "arguments-malformed-text";

/** NUL, which databases refuse, and surrogates without their other half, which have no UTF-8. */
const malformedText = /[\0\p{Surrogate}]/u;

/** Keys that reach a prototype where a careless reader merges objects. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

class Rejection {
  readonly reason: ArgumentsRejection;
  constructor(reason: ArgumentsRejection) {
    this.reason = reason;
  }
}

/**
 * Copies a value as the `arguments` of an event, or says why it may not be. The copy shares nothing
 * with the original; properties that are `undefined` are left out, as JSON does. Cycles end at the
 * depth limit, and the work is bounded by the size limit. A getter of the original that throws makes
 * this throw as well: a caller with live objects, not parsed JSON, must expect that.
 *
 * @param value - Anything.
 */
export function copyJsonObject(value: unknown): Result<JsonObject, ArgumentsRejection> {
  try {
    if (!isPlainObject(value)) throw new Rejection("arguments-not-json");
    const copy = copyObject(value, 1, { bytes: 0 });
    if (utf8Length(JSON.stringify(copy)) > limits.argumentsBytes) {
      throw new Rejection("arguments-too-large");
    }
    return { ok: true, value: copy };
  } catch (error) {
    if (error instanceof Rejection) return { ok: false, error: error.reason };
    throw error;
  }
}

/** A lower bound of the size so far, so that a huge value is given up early. */
interface Budget {
  bytes: number;
}

function spend(budget: Budget, bytes: number): void {
  budget.bytes += bytes;
  if (budget.bytes > limits.argumentsBytes) throw new Rejection("arguments-too-large");
}

function copyValue(value: unknown, depth: number, budget: Budget): JsonValue {
  spend(budget, 1);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return copyText(value, budget);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    if (depth > limits.argumentsDepth) throw new Rejection("arguments-too-deep");
    spend(budget, value.length);
    return Array.from(value, (item: unknown) => copyValue(item, depth + 1, budget));
  }
  if (isPlainObject(value)) return copyObject(value, depth, budget);
  throw new Rejection("arguments-not-json");
}

function copyObject(
  value: Readonly<Record<string, unknown>>,
  depth: number,
  budget: Budget,
): JsonObject {
  if (depth > limits.argumentsDepth) throw new Rejection("arguments-too-deep");
  const copy: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    if (forbiddenKeys.has(key)) throw new Rejection("arguments-forbidden-key");
    const item = value[key];
    if (item !== undefined) copy[copyText(key, budget)] = copyValue(item, depth + 1, budget);
  }
  return copy;
}

function copyText(text: string, budget: Budget): string {
  spend(budget, text.length);
  if (malformedText.test(text)) throw new Rejection("arguments-malformed-text");
  return text;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
