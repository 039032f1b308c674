import type { EventBatch } from "@action-telemetry/event-schema";
import { describeEvent } from "./describeEvent.ts";

/** The fields of the input type `Event` that this package fills. */
export interface LogEvent {
  readonly event: string;
  readonly userCookieID: string;
  readonly url: string;
  readonly source: "WEB" | "CODEHOSTINTEGRATION";
  /** JSON, kept on the instance. */
  readonly argument: string;
  /** JSON that may leave the instance: which program it was, and nothing of the event. */
  readonly publicArgument: string;
  readonly insertID?: string;
}

/**
 * Writes a batch for `logEvents`. The instance knows two sources that a client may be: another one
 * counts as `WEB`, and is named in the argument.
 */
export function toLogEvents(batch: EventBatch): readonly LogEvent[] {
  const { source, platform, client, dropped } = batch;
  const known = source === "WEB" || source === "CODEHOSTINTEGRATION";
  const common = {
    userCookieID: batch.anonymizedUserId,
    url: batch.sourcegraphURL,
    source: known ? source : "WEB",
    publicArgument: JSON.stringify({ platform, version: client.version }),
  } as const;
  const more = known ? {} : { source };
  const events: LogEvent[] = batch.events.map((event) => ({
    event: event.name,
    ...common,
    argument: JSON.stringify({ ...describeEvent(batch, event), time: event.time, ...more }),
    insertID: event.id,
  }));
  if (dropped !== undefined) {
    const argument = JSON.stringify({ platform, version: client.version, dropped, ...more });
    events.push({ event: "actionTelemetry.dropped", ...common, argument });
  }
  return events;
}
