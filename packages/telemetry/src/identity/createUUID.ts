import { randomInteger } from "../platform/randomInteger.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";

/** Makes a UUID of version 4, in lower case. */
export function createUUID(random: RandomBytes): string {
  return writeUUID(randomInteger(random, 6), 4, randomInteger(random, 2), random);
}

/**
 * Writes a UUID in lower case: a number of 48 bits, the version, a number of 12 bits, the variant, and
 * 62 random bits. Of longer numbers the lowest bits count.
 */
export function writeUUID(
  head: number,
  version: 4 | 7,
  middle: number,
  random: RandomBytes,
): string {
  const front = hex(head, 12);
  const variant = 0x80_00 + (randomInteger(random, 2) & 0x3f_ff);
  const tail = hex(randomInteger(random, 6), 12);
  return `${front.slice(0, 8)}-${front.slice(8)}-${version}${hex(middle, 3)}-${hex(variant, 4)}-${tail}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0").slice(-digits);
}
