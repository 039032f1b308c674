import { parseEventBatch } from "@action-telemetry/event-schema";
import type { EventStore } from "../store/EventStore.ts";
import { batchToDelivery } from "./batchToDelivery.ts";
import type { UncheckedBatch } from "./UncheckedBatch.ts";

/** What became of batches. */
export interface StoredBatches {
  /** How many events are new. */
  readonly accepted: number;
  /** Why events were refused, one reason for each. */
  readonly refusals: readonly string[];
}

/**
 * Checks and stores batches that were written from another protocol. Rejects when the database does not answer; what was
 * stored before is a duplicate when it is sent again.
 *
 * @param receivedAt - Milliseconds since 1970.
 */
export async function storeBatches(
  batches: readonly UncheckedBatch[],
  store: Pick<EventStore, "append">,
  receivedAt: number,
): Promise<StoredBatches> {
  const refusals: string[] = [];
  const appended = batches.map(async (unchecked) => {
    const batch = parseEventBatch(unchecked);
    if (!batch.ok) {
      const { message } = batch.error;
      refusals.push(...(unchecked["events"] as readonly unknown[]).map(() => message));
      return 0;
    }
    refusals.push(...batch.value.rejected.map(({ reason }) => reason));
    return (await store.append(batchToDelivery(batch.value, receivedAt))).accepted;
  });
  const counts = await Promise.all(appended);
  return { accepted: counts.reduce((sum, count) => sum + count, 0), refusals };
}
