import type { Result } from "@action-telemetry/event-schema";

/** Reads a whole number within bounds. */
export function parseInteger(
  name: string,
  text: string | undefined,
  fallback: number,
  least: number,
  most: number,
): Result<number, string> {
  if (text === undefined) return { ok: true, value: fallback };
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most
    ? { ok: true, value: number }
    : {
        ok: false,
        error: `${name} must be a whole number from ${least} to ${most}, got ${JSON.stringify(text)}.`,
      };
}

/**
 * Reads a list whose entries are separated by commas.
 *
 * @param expected - What the variable must do, as the error says it: `must list action IDs`.
 */
export function parseList(
  name: string,
  text: string | undefined,
  expected: string,
  isSound: (entry: string) => boolean,
): Result<readonly string[], string> {
  const entries = (text ?? "").split(",").flatMap((entry) => entry.trim() || []);
  const wrong = entries.find((entry) => !isSound(entry));
  return wrong === undefined
    ? { ok: true, value: entries }
    : {
        ok: false,
        error: `${name} ${expected}, separated by commas; ${JSON.stringify(wrong)} is none.`,
      };
}
