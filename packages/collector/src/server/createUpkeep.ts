import { randomUUID } from "node:crypto";
import type { Log } from "../log/Log.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import { dayMs, hourMs } from "../time/calendar.ts";

/** What upkeep is done on. */
export interface UpkeepOptions {
  readonly store: Pick<EventStore, "claim" | "prune">;
  readonly clock: Clock;
  /** Days for which events are kept. */
  readonly retentionDays: number;
  readonly log: Log;
  /** Once aborted, nothing more is begun. */
  readonly ending: AbortSignal;
}

/** Shorter than the hour from one upkeep to the next, so that whoever did it does it again. */
const claimMs = hourMs * 0.8;

/**
 * Makes the upkeep of a database: it deletes events that are too old and finishes erasures. Of several collectors on one
 * database one does it. Never rejects: a failure is no loss, since the next hour tries again.
 */
export function createUpkeep(options: UpkeepOptions): () => Promise<void> {
  const { store, clock, retentionDays, log, ending } = options;
  const holder = randomUUID();
  return async () => {
    const now = clock.now();
    try {
      const isMine = await store.claim("upkeep", holder, now, now + claimMs);
      if (!isMine || ending.aborted) return;
      const deleted = await store.prune(now - retentionDays * dayMs);
      const seconds = Math.max(0, clock.now() - now) / 1000;
      if (deleted > 0) log.write("info", { event: "upkeep", deleted, seconds });
    } catch (error) {
      if (!ending.aborted) log.trouble("upkeep", error);
    }
  };
}
