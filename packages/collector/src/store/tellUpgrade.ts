import type { OpenOptions } from "./OpenOptions.ts";

/**
 * Tells that a database was brought to the newest version, if it was of an older one.
 *
 * @param start - When that was begun, by `performance.now()`.
 */
export function tellUpgrade(
  { onUpgrade }: OpenOptions,
  from: number,
  to: number,
  start: number,
): void {
  if (from < to) onUpgrade?.({ from, to, milliseconds: Math.round(performance.now() - start) });
}
