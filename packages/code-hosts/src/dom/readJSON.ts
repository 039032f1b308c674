const longest = 8_000_000;

/** The value of a JSON text from the page, or `undefined` if it is none or has more than 8 million characters. */
export function readJSON(text: string | null | undefined): unknown {
  if (text == null || text.length > longest) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
