import { setTimeout as wait } from "node:timers/promises";
import { testBatch, testEvent } from "../../src/testing/batches.ts";

const perSecond = 100;
const people = 50;

/** How long healthy clients waited. */
export interface Waits {
  /** In milliseconds, of every batch. */
  readonly times: readonly number[];
  /** Batches that were not stored. */
  readonly refused: number;
}

/** Fifty people behind addresses of their own, who together send a hundred batches of ten events a second. */
export class HealthyClients {
  readonly #url: string;
  #serial = 1_000_000_000;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends for so long, whether or not answers come, and resolves when all have come. */
  async send(seconds: number): Promise<Waits> {
    const times: number[] = [];
    let refused = 0;
    const sendOne = async (n: number) => {
      const start = performance.now();
      const isStored = await this.#post(n).catch(() => false);
      times.push(performance.now() - start);
      if (!isStored) refused += 1;
    };
    const sent: Promise<void>[] = [];
    const start = performance.now();
    for (let n = 0; n < seconds * perSecond; n += 1) {
      sent.push(sendOne(n));
      // By the clock, not by the last timer: a machine that is late must not be asked less.
      await wait(Math.max(0, start + ((n + 1) * 1000) / perSecond - performance.now()));
    }
    await Promise.all(sent);
    return { times, refused };
  }

  async #post(n: number): Promise<boolean> {
    const time = new Date().toISOString();
    const events = Array.from({ length: 10 }, () => testEvent((this.#serial += 1), { time }));
    const person = n % people;
    const batch = testBatch(events, { sentAt: time, anonymizedUserId: `healthy-${person}` });
    const answer = await fetch(`${this.#url}/.api/action-events`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": `203.0.113.${person}`,
      },
      body: JSON.stringify(batch),
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  }
}

/** How long all but a share of the batches waited at most, in milliseconds. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
