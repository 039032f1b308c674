import type { RandomBytes } from "../platform/systemRandom.ts";

/** Written down once: an event is recorded in a few microseconds, of which sixteen conversions were two. */
const digits = Array.from({ length: 0x1_00 }, (_, byte) => (byte + 0x1_00).toString(16).slice(1));

/** Makes a UUID of version 4, in lower case. */
export function createUUID(random: RandomBytes): string {
  return writeUUID(random(16), 4);
}

/**
 * Writes a UUID in lower case.
 *
 * @param bytes - 16 of them; the bits of version and variant are set here.
 */
export function writeUUID(bytes: Uint8Array, version: 4 | 7): string {
  let text = "";
  for (let index = 0; index < 16; index += 1) {
    let byte = bytes[index] as number;
    if (index === 6) byte = (version << 4) | (byte & 0x0f);
    if (index === 8) byte = 0x80 | (byte & 0x3f);
    if (index === 4 || index === 6 || index === 8 || index === 10) text += "-";
    text += digits[byte];
  }
  return text;
}
