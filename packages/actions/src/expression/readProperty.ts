import type { ContextValue } from "../context/Context.ts";
import { ownValue } from "../platform/ownValue.ts";

/**
 * Reads an own property of an object or list; anything else has none. The prototype is never
 * reached, and no getter is ever called: where there is one, the value is `undefined`.
 */
export function readProperty(target: unknown, key: string): ContextValue {
  if (typeof target !== "object" || target === null) return undefined;
  return toContextValue(ownValue(target, key));
}

/** The value if it is data; functions, symbols and big integers count as absent. */
function toContextValue(value: unknown): ContextValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      return value as ContextValue;
    default:
      return undefined;
  }
}
