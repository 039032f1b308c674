/** Whether a value is an object, and no list. May throw for a revoked proxy. */
export function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
