declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The number of bytes of a text in UTF-8; half a surrogate pair counts 3, as encoders write U+FFFD. */
export function utf8Length(text: string): number {
  // Most texts are ASCII, and this is much faster than to write them.
  return /^[\0-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}
