import type { JsonObject, JsonValue } from "../action/JsonValue.ts";
import type { Result } from "../action/Result.ts";
import type { ExecutionProblemCode } from "./ExecutionProblem.ts";

type Refusal = Extract<ExecutionProblemCode, `arguments-${string}`>;

/** Bytes of the JSON, in UTF-8. */
const largest = 1024;
/** Levels of objects and lists, the outermost being the first. */
const deepest = 4;
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** NUL, which databases refuse, and surrogates without their other half, which have no UTF-8. */
const malformedText = /[\0\p{Surrogate}]/u;

/** Its message says why. */
class RefusedArguments extends Error {}

function refuse(refusal: Refusal): never {
  throw new RefusedArguments(refusal);
}

/**
 * Copies what a `logArguments` function returned, if it may be logged: a plain JSON object of at
 * most 1 KiB and 4 levels. Properties that are `undefined` are left out. The work is bounded by the
 * limits. These are the limits of the wire format: what passes here is not refused there.
 *
 * @throws What a getter or a proxy inside of the value throws.
 */
export function copyLoggedArguments(value: unknown): Result<JsonObject, Refusal> {
  try {
    if (!isPlainObject(value)) return refuse("arguments-not-json");
    const copy = copyObject(value, 1, { left: largest });
    const bytes = encodeURIComponent(JSON.stringify(copy)).replace(/%[0-9A-F]{2}/g, "x").length;
    return bytes <= largest ? { ok: true, value: copy } : refuse("arguments-too-large");
  } catch (error) {
    if (error instanceof RefusedArguments) return { ok: false, error: error.message as Refusal };
    throw error;
  }
}

/** A lower bound of the bytes that may still come, so that a huge value is given up early. */
interface Budget {
  left: number;
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) refuse("arguments-too-large");
}

function copyValue(value: unknown, level: number, budget: Budget): JsonValue {
  spend(budget, 1);
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return copyText(value, budget);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    if (level > deepest) refuse("arguments-too-deep");
    spend(budget, value.length);
    return Object.freeze(Array.from(value, (item: unknown) => copyValue(item, level + 1, budget)));
  }
  if (isPlainObject(value)) return copyObject(value, level, budget);
  refuse("arguments-not-json");
}

function copyObject(
  value: Readonly<Record<string, unknown>>,
  level: number,
  budget: Budget,
): JsonObject {
  if (level > deepest) refuse("arguments-too-deep");
  const copy: Record<string, JsonValue> = {};
  for (const key of Object.keys(value)) {
    if (forbiddenKeys.has(key)) refuse("arguments-forbidden-key");
    const item = value[key];
    if (item !== undefined) copy[copyText(key, budget)] = copyValue(item, level + 1, budget);
  }
  return Object.freeze(copy);
}

function copyText(text: string, budget: Budget): string {
  spend(budget, text.length);
  if (malformedText.test(text)) refuse("arguments-malformed-text");
  return text;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
