import { randomUUID } from "node:crypto";
import type { JsonValue } from "@action-telemetry/event-schema";
import { type Details, pickEventFields, readDetails } from "./Details.ts";
import type { LoggedEvent, SourcegraphRequest } from "./SourcegraphEvent.ts";
import { toEventId } from "./toEventId.ts";
import type { UncheckedBatch } from "../ingest/UncheckedBatch.ts";

/** By which this project's clients tell an instance of their drops. */
const droppedName = "actionTelemetry.dropped";

/**
 * Writes an event of `logEvents` as a batch. Of its argument, in which other clients put whatever they like, only the
 * fields of an event are read; its URL, which may name a file, is cut down to the origin.
 */
export function loggedToBatch(event: LoggedEvent, request: SourcegraphRequest): UncheckedBatch {
  const details = readDetails(parse(event.argument));
  const now = new Date(request.now).toISOString();
  const isDropped = event.event === droppedName;
  return {
    version: 1,
    sentAt: now,
    source: details["source"] ?? event.source,
    anonymizedUserId: event.userCookieID,
    sourcegraphURL: originOf(event.url) ?? request.origin,
    platform: details["platform"] ?? "unknown",
    client: { name: details["client"] ?? "unknown", version: details["version"] ?? "0" },
    ...(isDropped && { dropped: details["dropped"] ?? null }),
    events: isDropped ? [] : [toEvent(event, details, request, now)],
  };
}

function toEvent(
  event: LoggedEvent,
  details: Details,
  { now }: SourcegraphRequest,
  receivedAt: string,
): UncheckedBatch {
  // An event that nothing tells from the next one of its kind is another one.
  const distinction = JSON.stringify([event.userCookieID, event.insertID ?? randomUUID()]);
  return {
    id: toEventId(event.insertID, distinction, now),
    name: event.event,
    time: details["time"] ?? receivedAt,
    ...pickEventFields(details),
  };
}

function parse(text: string | null | undefined): JsonValue {
  try {
    return JSON.parse(text ?? "null") as JsonValue;
  } catch {
    return null;
  }
}

function originOf(url: string): string | undefined {
  const origin = URL.canParse(url) ? new URL(url).origin : "null";
  return origin === "null" ? undefined : origin;
}
