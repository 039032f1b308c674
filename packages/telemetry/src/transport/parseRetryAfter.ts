const secondsPattern = /^-?\d+$/;
const datePattern = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

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
  const text = header?.trim() ?? "";
  if (secondsPattern.test(text)) return clamp(Number(text) * 1000);
  const date = datePattern.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : clamp(date - now);
}

function clamp(delay: number): number {
  return Math.min(Math.max(delay, shortest), longest);
}
