/** Whether two lists hold the same values, by identity, in the same order. */
export function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return (
    left === right ||
    (left.length === right.length && left.every((value, index) => value === right[index]))
  );
}
