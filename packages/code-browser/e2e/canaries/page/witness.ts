/** Tells the test what the application knows: that a secret was really where it was planted. */
export function witness(...values: readonly unknown[]): void {
  const { __witness: tell } = globalThis as unknown as { __witness: (text: string) => unknown };
  void tell(values.map(describe).join("\n"));
}

function describe(value: unknown): string {
  if (value instanceof Error) {
    const errors: readonly unknown[] = value instanceof AggregateError ? value.errors : [];
    return [value.name, value.message, value.stack, value.cause, ...errors]
      .map(describe)
      .join("\n");
  }
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${describe(item)}`)
    .join("\n");
}
