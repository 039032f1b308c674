const least = 1000;
const most = 300_000;

/**
 * How long to wait before sending again, in milliseconds: what the receiver asks for, otherwise up to twice as long each
 * time, at random, so that collectors do not all come back at once.
 *
 * @param retryAfter - The header as it was written: seconds or a date.
 * @param attempt - 0 after the first.
 * @param random - From 0 up to 1.
 */
export function retryDelay(
  retryAfter: string | undefined,
  attempt: number,
  now: number,
  random: number,
): number {
  const asked = readRetryAfter(retryAfter, now);
  if (asked !== undefined) return Math.min(most, Math.max(least, asked));
  const ceiling = Math.min(most, least * 2 ** Math.min(attempt + 1, 20));
  return least + random * (ceiling - least);
}

function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return /[A-Za-z]/.test(text) && !Number.isNaN(date) ? date - now : undefined;
}
