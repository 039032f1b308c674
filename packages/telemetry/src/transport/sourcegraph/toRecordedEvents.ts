import type { EventBatch, JsonValue } from "@action-telemetry/event-schema";
import { describeEvent } from "./describeEvent.ts";
import { toActionName } from "./toActionName.ts";

/** The fields of the input type `TelemetryEventInput` that this package fills. */
export interface RecordedEventInput {
  readonly feature: string;
  readonly action: string;
  readonly timestamp: string;
  readonly source: { readonly client: string; readonly clientVersion: string };
  readonly parameters: {
    readonly version: 1;
    readonly metadata?: readonly { readonly key: string; readonly value: number }[];
    /** Kept on the instance, unless its administrator lets an event's out. */
    readonly privateMetadata: Readonly<Record<string, JsonValue | undefined>>;
  };
}

/**
 * Writes a batch for `telemetry.recordEvents`: the feature is `action`, the action is the ID, or
 * `executed` where the ID cannot or shall not stand there. `privateMetadata.action` is the ID in any
 * case. Metadata, which leaves the instance, is used for nothing but the numbers of drops.
 *
 * @param privateIds - Whether IDs are kept out of `action`, which leaves the instance as well.
 */
export function toRecordedEvents(
  batch: EventBatch,
  privateIds: boolean,
): readonly RecordedEventInput[] {
  const { anonymizedUserId, sourcegraphURL, client, dropped } = batch;
  const source = { client: batch.source, clientVersion: client.version };
  const identity = { anonymizedUserId, sourcegraphURL };
  const events: RecordedEventInput[] = batch.events.map((event) => ({
    feature: "action",
    action: toActionName(event.name, privateIds),
    timestamp: event.time,
    source,
    parameters: {
      version: 1,
      privateMetadata: {
        action: event.name,
        id: event.id,
        ...identity,
        ...describeEvent(batch, event),
      },
    },
  }));
  if (dropped !== undefined) {
    const metadata = Object.entries(dropped).map(([key, value]) => ({ key, value }));
    events.push({
      feature: "actionTelemetry",
      action: "dropped",
      timestamp: batch.sentAt,
      source,
      parameters: { version: 1, metadata, privateMetadata: { ...identity, client: client.name } },
    });
  }
  return events;
}
