const digits = Array.from({ length: 0x1_00 }, (_, byte) => (byte + 0x1_00).toString(16).slice(1));

/**
 * Writes a UUID in lower case.
 *
 * @param bytes - 16 of them; the bits of version and variant are set here.
 */
export function createUUID(bytes: Uint8Array, version: 4 | 7): string {
  let text = "";
  for (let index = 0; index < 16; index += 1) {
    let byte = bytes[index] ?? 0;
    if (index === 6) byte = (version << 4) | (byte & 0x0f);
    if (index === 8) byte = 0x80 | (byte & 0x3f);
    if (index === 4 || index === 6 || index === 8 || index === 10) text += "-";
    text += digits[byte];
  }
  return text;
}
