import { joinRuns } from "./joinRuns.ts";
import type { PostgresConnections } from "./PostgresConnections.ts";
import { foldCounts } from "./rollups/foldCounts.ts";

/** After how many events counts are moved into the roll-ups and small runs joined: the more at once, the less work it is. */
const interval = 100_000;

/** Does in the background what must not wait for the next hour while much is stored. */
export class FrequentUpkeep {
  readonly #connections: PostgresConnections;
  #stored = 0;
  #running: Promise<void> | undefined;

  constructor(connections: PostgresConnections) {
    this.#connections = connections;
  }

  /** To be told how many events were stored. */
  add(events: number): void {
    this.#stored += events;
    if (this.#stored < interval || this.#running !== undefined) return;
    this.#stored = 0;
    this.#running = this.run()
      // A failure is no loss: nothing is moved by halves, and the next time tries again.
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Resolves when nothing is under way. */
  async drain(): Promise<void> {
    await this.#running;
  }

  /** Moves counts and joins runs now. */
  async run(): Promise<void> {
    await foldCounts(this.#connections);
    await joinRuns(this.#connections);
  }
}
