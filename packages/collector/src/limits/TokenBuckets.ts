import type { Clock } from "../time/Clock.ts";

/** How fast one caller may be. */
export interface RateLimit {
  /** Tokens a second in the long run; above 0. */
  readonly perSecond: number;
  /** Tokens that may be taken at once; at least 1. */
  readonly burst: number;
}

/** Callers remembered; the one heard from longest ago goes first. */
const capacity = 10_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** One token bucket a caller, in memory only: who it was is never stored or logged. */
export class TokenBuckets {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  readonly #bucketByCaller = new Map<string, Bucket>();

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /**
   * Takes tokens: 0 if there were enough, otherwise the seconds until there will be.
   *
   * @param tokens - More than the burst count as the burst.
   */
  take(caller: string, tokens = 1): number {
    const wanted = Math.min(tokens, this.#limit.burst);
    const there = this.#tokensOf(caller);
    const isAllowed = there >= wanted;
    this.#keep(caller, isAllowed ? there - wanted : there);
    return isAllowed ? 0 : this.#secondsUntil(wanted - there);
  }

  /**
   * Takes tokens that are owed, also where there are none left: then nothing is taken until the debt is paid. A debt is a
   * burst at most. Gives back as many as are below zero.
   */
  charge(caller: string, tokens: number): void {
    if (tokens === 0) return;
    const left = Math.max(-this.#limit.burst, this.#tokensOf(caller) - tokens);
    this.#keep(caller, Math.min(this.#limit.burst, left));
  }

  /** The seconds until a caller can take one token, without taking it: 0 if there is one. */
  waitOf(caller: string): number {
    const missing = 1 - this.#tokensOf(caller);
    return missing <= 0 ? 0 : this.#secondsUntil(missing);
  }

  #keep(caller: string, tokens: number): void {
    this.#bucketByCaller.delete(caller);
    this.#bucketByCaller.set(caller, { tokens, filledAt: this.#clock.now() });
    if (this.#bucketByCaller.size > capacity) this.#forgetOldest();
  }

  #tokensOf(caller: string): number {
    const { perSecond, burst } = this.#limit;
    const known = this.#bucketByCaller.get(caller);
    if (known === undefined) return burst;
    const seconds = Math.max(0, this.#clock.now() - known.filledAt) / 1000;
    return Math.min(burst, known.tokens + seconds * perSecond);
  }

  #secondsUntil(missing: number): number {
    return Math.max(1, Math.ceil(missing / this.#limit.perSecond));
  }

  #forgetOldest(): void {
    const [oldest] = this.#bucketByCaller.keys();
    if (oldest !== undefined) this.#bucketByCaller.delete(oldest);
  }
}
