import type { Delivery } from "@action-telemetry/collector";
import type { EventBatch } from "@action-telemetry/event-schema";

/** What the collector makes of a batch that needs no correction and arrives when it is sent. */
export function toDelivery(batch: EventBatch): Delivery {
  const { source, anonymizedUserId, sourcegraphURL, platform, client } = batch;
  return {
    source,
    anonymizedUserId,
    sourcegraphURL,
    platform,
    client,
    receivedAt: Date.parse(batch.sentAt),
    events: batch.events.map(({ id, name, surface, trigger, time }) => ({
      id,
      kind: "action",
      name,
      ...(surface !== undefined && { surface }),
      ...(trigger !== undefined && { trigger }),
      alt: false,
      trusted: true,
      clientTime: Date.parse(time),
      occurredAt: Date.parse(time),
      clock: "kept",
    })),
    tallies: [],
  };
}
