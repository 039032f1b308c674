import type { JsonValue } from "@action-telemetry/event-schema";
import type { UncheckedBatch } from "../ingest/UncheckedBatch.ts";
import { type Details, pickEventFields, readDetails } from "./Details.ts";
import type { RecordedEvent, SourcegraphRequest } from "./SourcegraphEvent.ts";
import { toEventId } from "./toEventId.ts";

/** The feature under which this project's clients record the ID of an action. */
const ownFeature = "action";

/**
 * Writes an event of `telemetry.recordEvents` as a batch. Its name is the ID of the action, or feature and action joined,
 * as an instance of Sourcegraph's does. Of its private metadata only the fields of an event are read.
 */
export function recordedToBatch(event: RecordedEvent, request: SourcegraphRequest): UncheckedBatch {
  const { feature, action, source, parameters } = event;
  const details = readDetails(parameters.privateMetadata);
  const now = new Date(request.now).toISOString();
  const isDropped = feature === "actionTelemetry" && action === "dropped";
  return {
    version: 1,
    sentAt: now,
    source: source.client,
    anonymizedUserId: details["anonymizedUserId"] ?? request.anonymousId ?? "unknown",
    sourcegraphURL: details["sourcegraphURL"] ?? request.origin,
    platform: details["platform"] ?? "unknown",
    client: { name: details["client"] ?? source.client, version: source.clientVersion ?? "0" },
    ...(isDropped && { dropped: toCounts(parameters.metadata) }),
    events: isDropped ? [] : [toEvent(event, details, request, now)],
  };
}

function toEvent(
  event: RecordedEvent,
  details: Details,
  { now, anonymousId }: SourcegraphRequest,
  receivedAt: string,
): UncheckedBatch {
  const { feature, action, timestamp } = event;
  const ownId = feature === ownFeature ? details["action"] : undefined;
  return {
    id: toEventId(
      details["id"],
      JSON.stringify([anonymousId, event, timestamp ?? receivedAt]),
      now,
    ),
    name: ownId ?? `${feature}.${action}`,
    time: timestamp ?? receivedAt,
    ...pickEventFields(details),
  };
}

function toCounts(metadata: RecordedEvent["parameters"]["metadata"]): JsonValue {
  return Object.fromEntries((metadata ?? []).map(({ key, value }) => [key, value] as const));
}
