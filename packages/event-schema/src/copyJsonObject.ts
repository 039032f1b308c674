import type { JsonObject, JsonValue } from "./JsonValue.ts";
import type { Result } from "./Result.ts";
import { argumentsBytes, argumentsDepth } from "./limits.ts";
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
const forbiddenKey = /^(__proto__|constructor|prototype)$/;

/**
 * Copies a value as the `arguments` of an event, or says why it may not be. The copy shares nothing
 * with the original; properties that are `undefined` are left out, as JSON does. Cycles end at the
 * depth limit, and the work is bounded by the size limit. What throws when it is read is no JSON.
 *
 * @param value - Anything.
 */
export function copyJsonObject(value: unknown): Result<JsonObject, ArgumentsRejection> {
  let error: ArgumentsRejection = "arguments-not-json";
  let bytes = 0;

  function check(isSound: boolean, reason: ArgumentsRejection): void {
    if (isSound) return;
    error = reason;
    throw new Error(reason);
  }

  /** Adds to a lower bound of the size, so that a huge value is given up early. */
  function spend(more: number): void {
    bytes += more;
    check(bytes <= argumentsBytes, "arguments-too-large");
  }

  function copyText(text: string): string {
    spend(text.length);
    check(!malformedText.test(text), "arguments-malformed-text");
    return text;
  }

  function copyValue(item: unknown, depth: number): JsonValue {
    spend(1);
    if (typeof item === "string") return copyText(item);
    if (isScalar(item)) return item;
    check(depth <= argumentsDepth, "arguments-too-deep");
    if (Array.isArray(item)) {
      spend(item.length);
      return Array.from(item, (one: unknown) => copyValue(one, depth + 1));
    }
    return copyObject(item, depth);
  }

  function copyObject(item: unknown, depth: number): JsonObject {
    check(isPlainObject(item), "arguments-not-json");
    const copy: Record<string, JsonValue> = {};
    for (const key of Object.keys(item as object)) {
      check(!forbiddenKey.test(key), "arguments-forbidden-key");
      const one = (item as Readonly<Record<string, unknown>>)[key];
      if (one !== undefined) copy[copyText(key)] = copyValue(one, depth + 1);
    }
    return copy;
  }

  try {
    const copy = copyObject(value, 1);
    check(utf8Length(JSON.stringify(copy)) <= argumentsBytes, "arguments-too-large");
    return { ok: true, value: copy };
  } catch {
    return { ok: false, error };
  }
}

function isScalar(value: unknown): value is null | boolean | number {
  return value === null || typeof value === "boolean" || Number.isFinite(value);
}

/** Throws, as everything does that cannot be copied, for null and undefined. */
function isPlainObject(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
