/** Gives that many random bytes of cryptographic quality. */
export type RandomBytes = (length: number) => Uint8Array;

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/** Bytes drawn ahead: a call of `getRandomValues` costs more than all the rest of recording an event. */
const drawn = 2048;

let pool = new Uint8Array(0);
let used = 0;

/**
 * Random bytes from `crypto.getRandomValues`, which also exists where `crypto.randomUUID` does not
 * (pages served over plain http). There is no fallback to a weaker source. No byte is given out twice.
 */
export const systemRandom: RandomBytes = (length) => {
  if (used + length > pool.length) {
    pool = new Uint8Array(Math.max(length, drawn));
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
};
