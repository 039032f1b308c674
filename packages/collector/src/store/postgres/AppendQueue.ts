import type { AppendResult, Delivery } from "../EventRecord.ts";
import { sqlStateOf } from "./PostgresConnections.ts";

/** How many events are stored in one transaction, and how many may wait for the next. */
const maxGroup = 5000;
const maxWaiting = 20_000;

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
}

type Write = (deliveries: readonly Delivery[]) => Promise<readonly AppendResult[]>;

/**
 * Gathers the deliveries that arrive while others are being stored, so that they share a transaction. Bounded: what a
 * slow database cannot take is refused at once.
 */
export class AppendQueue {
  readonly #write: Write;
  readonly #waiting: Waiting[] = [];
  #waitingEvents = 0;
  #running: Promise<void> | undefined;

  constructor(write: Write) {
    this.#write = write;
  }

  append(delivery: Delivery): Promise<AppendResult> {
    if (this.#waitingEvents + delivery.events.length > maxWaiting) {
      return Promise.reject(new Error("@action-telemetry/collector: The database is too slow."));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      this.#waitingEvents += delivery.events.length;
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // What arrives in the same turn of the event loop belongs together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#store(this.#take());
    this.#running = undefined;
  }

  #take(): readonly Waiting[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ delivery }, index) => {
      events += delivery.events.length;
      return events > maxGroup && index > 0;
    });
    const group = this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
    for (const { delivery } of group) this.#waitingEvents -= delivery.events.length;
    return group;
  }

  async #store(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#write(group.map(({ delivery }) => delivery));
      for (const [index, { resolve }] of group.entries()) {
        resolve(results[index] ?? { accepted: 0, duplicates: 0 });
      }
    } catch (error) {
      if (!isAboutContent(error)) this.#rejectAll(group, error);
      else if (group.length === 1) group[0]?.reject(error);
      // One bad neighbour must not cost the others their commit.
      else for (const waiting of group) await this.#store([waiting]);
    }
  }

  /** Whoever waits for a database that does not answer would wait in vain. */
  #rejectAll(group: readonly Waiting[], error: unknown): void {
    const all = [...group, ...this.#waiting.splice(0)];
    this.#waitingEvents = 0;
    for (const { reject } of all) reject(error);
  }
}

/** Whether the server refuses what it was given, and not that it was given anything. */
function isAboutContent(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith("22") === true;
}
