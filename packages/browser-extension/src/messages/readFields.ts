/** The properties of something that came from elsewhere. */
export type Fields = Readonly<Partial<Record<string, unknown>>>;

/** The properties of a value; none when it is no object. Messages are copies, so there are no getters. */
export function readFields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** Whether a value is a text of 1 to `limit` characters without NUL. */
export function isText(value: unknown, limit: number): value is string {
  return (
    typeof value === "string" && value !== "" && value.length <= limit && !value.includes("\0")
  );
}

/** Whether a value is a whole number from 0 to 2³¹ - 1, as GraphQL has them. */
export function isWholeNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}
