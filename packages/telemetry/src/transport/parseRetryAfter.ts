/** The shortest and the longest time that an instance can impose, in milliseconds. */
const shortest = 1000;
const longest = 3_600_000;

/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date, clamped to between one second and one
 * hour, so that no value can cause a loop or silence a client for good. Anything else counts as absent.
 *
 * @param now - The wall clock in milliseconds.
 * @returns Milliseconds to wait.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  let delay = Number.NaN;
  if (/^-?\d+$/.test(text)) delay = Number(text) * 1000;
  // `Date.parse` reads much that is no HTTP date.
  else if (/^\D{5}\d\d .* GMT$/.test(text)) delay = Date.parse(text) - now;
  return Number.isNaN(delay) ? undefined : Math.min(Math.max(delay, shortest), longest);
}
