/** The number of bytes of a text in UTF-8; half a surrogate pair counts 3, as encoders write U+FFFD. */
export function utf8Length(text: string): number {
  // Most texts are ASCII, and this is much faster than to look at every character.
  if (/^[\0-\x7f]*$/.test(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}
