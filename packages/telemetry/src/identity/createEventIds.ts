import type { RandomBytes } from "../platform/systemRandom.ts";
import { toHex } from "./toHex.ts";

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
    const bytes = toHex(random(10));
    // Half of the counter's range stays free above its random start.
    counter = time === last ? counter + 1 : Number.parseInt(bytes.slice(0, 4), 16) & 0x7_ff;
    last = time;
    const stamp = hexDigits(Math.min(Math.max(Math.floor(time), 0), 0xff_ff_ff_ff_ff_ff), 12);
    const variant = "89ab".charAt(Number.parseInt(bytes.charAt(4), 16) & 3);
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hexDigits(counter & 0xf_ff, 3)}-${variant}${bytes.slice(5, 8)}-${bytes.slice(8)}`;
  };
}

function hexDigits(value: number, length: number): string {
  return value.toString(16).padStart(length, "0");
}
