import { limits } from "@action-telemetry/event-schema";
import type { QueueRow } from "./QueueStore.ts";

/** A bounded copy of events of this page that are in the store as well, for when it cannot be read. */
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
    return this.all().slice(0, limits.batchEvents);
  }

  /** All of them, oldest first. */
  all(): readonly QueueRow[] {
    return [...this.#rows.values()];
  }

  /** Forgets all. */
  clear(): void {
    this.#rows.clear();
  }
}
