import type { AppendResult, Delivery } from "./EventRecord.ts";

/** What a queue takes: deliveries, or what a store makes of them. */
interface Appendable {
  readonly events: { readonly length: number };
}

/** How a queue deals with its database. */
export interface AppendQueueOptions<Item extends Appendable> {
  /** Stores deliveries together, all or nothing. */
  readonly write: (deliveries: readonly Item[]) => Promise<readonly AppendResult[]>;
  /** Whether an error is about what was to be stored, and not about the database. @default of none */
  readonly isAboutContent?: (error: unknown) => boolean;
  /** How many events are stored together at most, as long as they are of several deliveries. @default 5000 */
  readonly maxGroup?: number;
  /** How many events may wait. @default 20,000 */
  readonly maxWaiting?: number;
}

interface Waiting<Item> {
  readonly delivery: Item;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers the deliveries that arrive while others are being stored, so that they share a transaction. Bounded: what a
 * slow database cannot take is refused at once.
 */
export class AppendQueue<Item extends Appendable = Delivery> {
  readonly #options: Required<AppendQueueOptions<Item>>;
  readonly #waiting: Waiting<Item>[] = [];
  #waitingEvents = 0;
  #running: Promise<void> | undefined;

  constructor({
    write,
    isAboutContent = () => false,
    maxGroup = 5000,
    maxWaiting = 20_000,
  }: AppendQueueOptions<Item>) {
    this.#options = { write, isAboutContent, maxGroup, maxWaiting };
  }

  append(delivery: Item): Promise<AppendResult> {
    if (this.#waitingEvents + delivery.events.length > this.#options.maxWaiting) {
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

  #take(): readonly Waiting<Item>[] {
    let events = 0;
    const end = this.#waiting.findIndex(({ delivery }, index) => {
      events += delivery.events.length;
      return events > this.#options.maxGroup && index > 0;
    });
    const group = this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
    for (const { delivery } of group) this.#waitingEvents -= delivery.events.length;
    return group;
  }

  async #store(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      const results = await this.#options.write(group.map(({ delivery }) => delivery));
      for (const [index, { resolve }] of group.entries()) {
        resolve(results[index] ?? { accepted: 0, duplicates: 0 });
      }
    } catch (error) {
      if (!this.#options.isAboutContent(error)) this.#rejectAll(group, error);
      else if (group.length === 1) group[0]?.reject(error);
      // One bad neighbour must not cost the others their commit.
      else for (const waiting of group) await this.#store([waiting]);
    }
  }

  /** Whoever waits for a database that does not answer would wait in vain. */
  #rejectAll(group: readonly Waiting<Item>[], error: unknown): void {
    const all = [...group, ...this.#waiting.splice(0)];
    this.#waitingEvents = 0;
    for (const { reject } of all) reject(error);
  }
}
