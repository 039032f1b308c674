import type { RandomBytes } from "../platform/systemRandom.ts";
import { writeUUID } from "./createUUID.ts";

/**
 * Makes a generator of event IDs: UUIDs of version 7, a time in front and 62 random bits behind.
 * Within one millisecond a counter keeps them in order; a clock that jumps harms the order, never
 * the uniqueness.
 *
 * @param random - A source of cryptographic quality.
 * @returns A function from the time in milliseconds to an ID in lower case.
 */
export function createEventIds(random: RandomBytes): (time: number) => string {
  let last = -1;
  let counter = 0;
  return (time) => {
    const bytes = new Uint8Array(16);
    bytes.set(random(10), 6);
    // Half of the counter's range stays free above its random start.
    counter =
      time === last ? counter + 1 : (((bytes[6] as number) & 7) << 8) | (bytes[7] as number);
    last = time;
    bytes[6] = counter >> 8;
    bytes[7] = counter;
    let rest = Math.max(time, 0);
    for (let index = 5; index >= 0; index -= 1) {
      bytes[index] = rest;
      rest = Math.floor(rest / 0x1_00);
    }
    return writeUUID(bytes, 7);
  };
}
