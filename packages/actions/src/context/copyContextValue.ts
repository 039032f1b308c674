import type { ContextValue } from "./Context.ts";

/** Deeper values are cut off; no expression could reach them, and cycles end here. */
const deepestLevel = 16;

/**
 * Copies a value for a context: plain data only, frozen, without prototypes, own properties only.
 * Functions, class instances and whatever else is no context value become `undefined`, and a
 * property named `__proto__` is left out.
 */
export function copyContextValue(value: unknown, level = 0): ContextValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      return level < deepestLevel ? copyObject(value, level) : undefined;
    default:
      return undefined;
  }
}

function copyObject(value: object, level: number): ContextValue {
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (item: unknown) => copyContextValue(item, level + 1)));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not `=== Object.prototype`: plain objects of another realm are plain, too.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined;
  const copy = Object.create(null) as Record<string, ContextValue>;
  for (const [key, item] of Object.entries(value)) {
    const copied = key === "__proto__" ? undefined : copyContextValue(item, level + 1);
    if (copied !== undefined) copy[key] = copied;
  }
  return Object.freeze(copy);
}
