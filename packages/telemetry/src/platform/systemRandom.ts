/** Gives that many random bytes of cryptographic quality. */
export type RandomBytes = (length: number) => Uint8Array;

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

/**
 * Random bytes from `crypto.getRandomValues`, which also exists where `crypto.randomUUID` does not
 * (pages served over plain http). There is no fallback to a weaker source.
 */
export const systemRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));
