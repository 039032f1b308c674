import type { ContextValue } from "./Context.ts";

type ContextRecord = Readonly<Record<string, ContextValue>>;

/** Whether two values of a context are deeply equal. */
export function isSameContextValue(left: ContextValue, right: ContextValue): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  if (left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && isSameList(left, right);
  }
  return isSameRecord(left as ContextRecord, right as ContextRecord);
}

function isSameList(left: readonly ContextValue[], right: readonly ContextValue[]): boolean {
  return (
    left.length === right.length &&
    left.every((value, index) => isSameContextValue(value, right[index]))
  );
}

function isSameRecord(left: ContextRecord, right: ContextRecord): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameContextValue(left[key], right[key]))
  );
}
