import type { TelemetryInspection } from "../TelemetryClient.ts";
import { firstEvents } from "./consumeRows.ts";
import { addDrops } from "./DropCounts.ts";
import type { Queue } from "./Queue.ts";

/** Reads what a queue holds and has lost, whether it is in the store yet or not, for the inspector. */
export async function inspectQueue(
  queue: Queue,
): Promise<Pick<TelemetryInspection, "anonymizedUserId" | "queue" | "dropped" | "retryAt">> {
  const waiting = firstEvents(queue.pending);
  const lost = queue.pendingDrops;
  const { record, rows } = await queue.peek();
  const events = firstEvents(rows);
  const known = new Set(events.map(({ id }) => id));
  return {
    anonymizedUserId: record.anonymousId,
    queue: [...events, ...waiting.filter(({ id }) => !known.has(id))],
    dropped: addDrops(record.dropped, lost),
    retryAt: record.retry?.at,
  };
}
