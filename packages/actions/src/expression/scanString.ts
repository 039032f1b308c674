import { ExpressionFailure } from "./ExpressionFailure.ts";

/** What an escape in a string or nested template stands for; any other character, for itself. */
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The character that follows a backslash stands for this. */
export function unescape(character: string): string {
  return escapes.get(character) ?? character;
}

/**
 * Reads a string literal.
 *
 * @param position - Of the opening quotation mark.
 * @returns What it stands for, and the position after the closing quotation mark.
 * @throws ExpressionFailure when it is never closed.
 */
export function scanString(source: string, position: number): { text: string; next: number } {
  const quote = source[position];
  let text = "";
  for (let index = position + 1; index < source.length; index += 1) {
    const character = source[index] ?? "";
    if (character === quote) return { text, next: index + 1 };
    if (character === "\\") {
      index += 1;
      text += unescape(source[index] ?? "");
    } else {
      text += character;
    }
  }
  throw new ExpressionFailure("syntax", "This string is never closed.", position);
}
