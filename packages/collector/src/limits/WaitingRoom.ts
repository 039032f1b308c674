import { setTimeout as wait } from "node:timers/promises";

const leastMs = 200;
const mostMs = 2000;

/** How much longer each waits for every other one of the same caller, in milliseconds. */
const stepMs = 4;

/** Who waits at once; others do not. */
const mostWaiting = 2000;

/**
 * Where answers to callers wait that are too fast: to refuse at once would cost as much as to serve. The more of one
 * caller wait, the longer.
 */
export class WaitingRoom {
  readonly #countByCaller = new Map<string, number>();
  readonly #wait: (milliseconds: number) => Promise<void>;
  #count = 0;

  /** @param pass - Resolves after so many milliseconds; by default, by the timer of this machine. */
  constructor(pass: (milliseconds: number) => Promise<void> = waitUnreferenced) {
    this.#wait = pass;
  }

  /** Resolves when the caller may be answered. */
  async hold(caller: string): Promise<void> {
    if (this.#count >= mostWaiting) return;
    const others = this.#countByCaller.get(caller) ?? 0;
    this.#change(caller, 1);
    await this.#wait(Math.min(mostMs, leastMs + others * stepMs));
    this.#change(caller, -1);
  }

  #change(caller: string, by: 1 | -1): void {
    this.#count += by;
    const count = (this.#countByCaller.get(caller) ?? 0) + by;
    if (count === 0) this.#countByCaller.delete(caller);
    else this.#countByCaller.set(caller, count);
  }
}

function waitUnreferenced(milliseconds: number): Promise<void> {
  return wait(milliseconds, undefined, { ref: false });
}
