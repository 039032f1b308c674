import { limits } from "@action-telemetry/event-schema";
import type { QueueRow } from "./QueueStore.ts";

/**
 * Events of this page that nobody has begun to send. They are in the store as well, but when a page
 * hides there is no time to read it.
 */
export class FreshEvents {
  readonly #rows = new Map<string, QueueRow>();

  /** Adds events; beyond the queue's limit the oldest are forgotten here, not in the store. */
  add(rows: readonly QueueRow[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    for (const id of this.#rows.keys()) {
      if (this.#rows.size <= limits.queueEvents) break;
      this.#rows.delete(id);
    }
  }

  /** Forgets events, because somebody is sending them or they are gone. */
  forget(ids: readonly unknown[]): void {
    for (const id of ids) this.#rows.delete(id as string);
  }

  /** The oldest ones, at most one batch of them. */
  oldest(): readonly QueueRow[] {
    return [...this.#rows.values()].slice(0, limits.batchEvents);
  }

  /** Forgets all. */
  clear(): void {
    this.#rows.clear();
  }
}
