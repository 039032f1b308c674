import type { Clock } from "../time/Clock.ts";

/** How fast one address may send. */
export interface RateLimit {
  /** Requests a second in the long run; above 0. */
  readonly perSecond: number;
  /** Requests that may come at once; at least 1. */
  readonly burst: number;
}

/** Addresses remembered; the one heard from longest ago goes first. */
const capacity = 10_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** One token bucket an address, in memory only: no address is ever stored or logged. */
export class TokenBuckets {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  readonly #bucketByAddress = new Map<string, Bucket>();

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Takes a token: 0 if there was one, otherwise the seconds until there will be. */
  take(address: string): number {
    const { perSecond, burst } = this.#limit;
    const now = this.#clock.now();
    const known = this.#bucketByAddress.get(address);
    const filled = known && known.tokens + (Math.max(0, now - known.filledAt) / 1000) * perSecond;
    const tokens = Math.min(burst, filled ?? burst);
    const isAllowed = tokens >= 1;
    this.#bucketByAddress.delete(address);
    this.#bucketByAddress.set(address, { tokens: isAllowed ? tokens - 1 : tokens, filledAt: now });
    if (this.#bucketByAddress.size > capacity) this.#forgetOldest();
    return isAllowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }

  #forgetOldest(): void {
    const [oldest] = this.#bucketByAddress.keys();
    if (oldest !== undefined) this.#bucketByAddress.delete(oldest);
  }
}
