import type { PostgresConnections } from "../PostgresConnections.ts";
import { foldCounts } from "./foldCounts.ts";

/** After how many events counts are moved into the roll-ups: the more at once, the less work it is. */
const interval = 100_000;

/** Calls `foldCounts` now and then, in the background. */
export class CountFolder {
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
    this.#running = foldCounts(this.#connections)
      // A failure is no loss: what is not in the roll-ups is counted as well, and the next time tries again.
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Resolves when nothing is under way. */
  async drain(): Promise<void> {
    await this.#running;
  }
}
