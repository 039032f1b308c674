/** Follows keys and indices into parsed JSON; undefined as soon as one leads nowhere. */
export function readValue(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (current, key) =>
      typeof current === "object" && current !== null
        ? (current as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

/** The elements of an array in parsed JSON; none when it is no array. */
export function readList(
  value: unknown,
  ...path: readonly (string | number)[]
): readonly unknown[] {
  const list = readValue(value, ...path);
  return Array.isArray(list) ? list : [];
}
