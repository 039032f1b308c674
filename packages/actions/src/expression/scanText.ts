import { unescape } from "./scanString.ts";

/**
 * Reads literal text of a template, up to the next substitution or the end. Within an expression
 * a template ends at a backtick, and a backslash escapes as in strings; at the root, where the text
 * is prose, both are ordinary characters, and only `\${` is special: it stands for `${`.
 *
 * @returns What it stands for, and the position after it.
 */
export function scanText(
  source: string,
  position: number,
  isRoot: boolean,
): { text: string; next: number } {
  let text = "";
  let index = position;
  while (index < source.length && !source.startsWith("${", index)) {
    const character = source[index] ?? "";
    if (!isRoot && character === "`") break;
    if (isRoot && source.startsWith("\\${", index)) {
      text += "${";
      index += 3;
    } else if (!isRoot && character === "\\") {
      text += unescape(source[index + 1] ?? "");
      index += 2;
    } else {
      text += character;
      index += 1;
    }
  }
  return { text, next: Math.min(index, source.length) };
}
