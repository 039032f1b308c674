import { type Fields, readFields } from "../../messages/readFields.ts";

/** What lies at the end of a path of properties; `undefined` where the path ends early. */
export function pick(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (Object.hasOwn(readFields(at), key) ? readFields(at)[key] : undefined),
    value,
  );
}

/** The objects of a list at the end of a path, at most `limit`; none where there is no list. */
export function pickList(
  value: unknown,
  limit: number,
  ...path: readonly string[]
): readonly Fields[] {
  const list = pick(value, ...path);
  return Array.isArray(list) ? list.slice(0, limit).map(readFields) : [];
}
