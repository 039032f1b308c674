/** A frozen copy of an object without the fields that are undefined. */
export function withoutUndefined<T extends object>(fields: {
  readonly [Key in keyof T]: T[Key] | undefined;
}): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
