/** Primary result codes of SQLite that say nothing of what was to be written: busy, locked, read-only, I/O, full, … */
const codes: ReadonlySet<number> = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** Whether an error is the database's trouble (locked, disk full) rather than that of what was to be written. */
export function isDatabaseTrouble(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    codes.has(error.errcode & 0xff)
  );
}
