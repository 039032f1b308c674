import type { Clock } from "../platform/Clock.ts";

/** How long another tab's claim on events counts, in milliseconds: an answer's deadline, and a little. */
const claimTime = 12_000;

/** Which events are on their way, from this tab or, by its word, from another. */
export class InFlight {
  readonly #clock: Clock;
  readonly #own = new Set<string>();
  readonly #others = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether this tab is sending anything. */
  get own(): boolean {
    return this.#own.size > 0;
  }

  /** Notes that this tab sends events. */
  begin(ids: readonly string[]): void {
    for (const id of ids) this.#own.add(id);
  }

  /** Notes that it no longer does. */
  end(ids: readonly string[]): void {
    for (const id of ids) this.#own.delete(id);
  }

  /** Notes that another tab says it sends events. Its claim ends by itself, for it may be frozen or gone. */
  claim(ids: readonly string[]): void {
    const now = this.#clock.now();
    for (const [id, end] of this.#others) if (end <= now) this.#others.delete(id);
    for (const id of ids) this.#others.set(id, now + claimTime);
  }

  /** How long to leave an event alone, in milliseconds; 0 when nobody is sending it. */
  wait(id: unknown): number {
    if (this.#own.has(id as string)) return claimTime;
    const left = (this.#others.get(id as string) ?? 0) - this.#clock.now();
    return left > 0 && left <= claimTime ? left : 0;
  }
}
