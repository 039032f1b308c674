import type { AppendResult, Delivery } from "../EventRecord.ts";
import type { WriteOutcome } from "./SqliteWriter.ts";

/** Deliveries committed together at most: more would only be answered later. */
const mostTogether = 256;

/** Events that may wait; more are refused, so that memory stays bounded when the disk is slow. */
const mostWaiting = 100_000;

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Groups deliveries for the writer: one group is being committed while the next gathers, so that all who wait share a
 * sync, and nobody waits when nobody else does.
 */
export class DeliveryQueue {
  readonly #write: (deliveries: readonly Delivery[]) => Promise<readonly WriteOutcome[]>;
  #waiting: Waiting[] = [];
  #eventsWaiting = 0;
  #isScheduled = false;
  #idle: (() => void)[] = [];

  constructor(write: (deliveries: readonly Delivery[]) => Promise<readonly WriteOutcome[]>) {
    this.#write = write;
  }

  /** Resolves after the commit. Rejects at once if too much is waiting. */
  append(delivery: Delivery): Promise<AppendResult> {
    if (this.#eventsWaiting + delivery.events.length > mostWaiting) {
      return Promise.reject(
        new Error("@action-telemetry/collector: Too many events wait for the disk. Send later."),
      );
    }
    this.#eventsWaiting += delivery.events.length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      // What arrives in the same turn belongs together.
      setImmediate(() => void this.#drain());
    });
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    return this.#isScheduled
      ? new Promise((resolve) => this.#idle.push(resolve))
      : Promise.resolve();
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, mostTogether));
    this.#isScheduled = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#write(group.map(({ delivery }) => delivery));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] ?? { trouble: "The database does not answer." };
        if ("trouble" in outcome) reject(new Error(outcome.trouble));
        else resolve(outcome);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      for (const { delivery } of group) this.#eventsWaiting -= delivery.events.length;
    }
  }
}
