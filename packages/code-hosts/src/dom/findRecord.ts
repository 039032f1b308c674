/** An object of parsed JSON. */
export type JSONRecord = Readonly<Record<string, unknown>>;

/**
 * The first object that a test accepts, among a parsed JSON value and what it contains, nearest
 * first. Hosts move their data about between versions; this finds it by its shape.
 *
 * @param depth how many levels below the value are searched, 4 by default
 */
export function findRecord(
  value: unknown,
  accepts: (record: JSONRecord) => boolean,
  depth = 4,
): JSONRecord | undefined {
  let level: readonly unknown[] = [value];
  for (let left = depth; left >= 0 && level.length > 0; left--) {
    const records = level.filter(isRecord);
    const found = records.find(accepts);
    if (found !== undefined) return found;
    level = records.flatMap((record) => Object.values(record));
  }
  return undefined;
}

/** Whether a value is an object, not an array. */
export function isRecord(value: unknown): value is JSONRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
