type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether two values are deeply equal, as far as they are plain data; functions are by identity. */
export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  if (left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && isSameList(left, right);
  }
  return isSameRecord(left as PlainRecord, right as PlainRecord);
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return (
    left.length === right.length && left.every((value, index) => isDeepEqual(value, right[index]))
  );
}

function isSameRecord(left: PlainRecord, right: PlainRecord): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]))
  );
}
