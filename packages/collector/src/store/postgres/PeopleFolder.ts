import { foldPeople } from "./foldPeople.ts";
import type { PostgresConnections } from "./PostgresConnections.ts";

/** After how many events it is looked whether days are over. */
const interval = 100_000;

/** Calls `foldPeople` now and then, in the background. */
export class PeopleFolder {
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
    this.#running = foldPeople(this.#connections)
      // A failure is no loss: rows are counted as well, and the next time tries again.
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
