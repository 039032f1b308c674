import type { Trigger } from "@action-telemetry/event-schema";
import type { EventKind } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { decodeFlags } from "../flags.ts";
import { outcomes } from "./outcomes.ts";
import { type ApartSource, takeApart } from "./takeApart.ts";

/** Which events; see `takeApart`. */
export interface EventCondition extends Omit<ApartSource, "runs"> {
  /** A condition on the rows of `whole_run`, so that few are taken apart. @default all */
  readonly runs?: string;
}

/** Selects events with everything that is kept of them; an order may follow. */
export function storedEventQuery({ runs = "true", ...wanted }: EventCondition): string {
  return `
  SELECT sequence, event_id, anonymized_user_id, kind, name, surface, "trigger", source, platform,
         instance_url, client_name, client_version, received_at, occurred_at,
         occurred_at + event.skew AS client_time, flags, arguments, outcome, duration_ms, completes
  FROM (${takeApart({ runs: `whole_run WHERE ${runs}`, ...wanted })} OFFSET 0) AS event
  JOIN person ON person.id = event.person
  JOIN facet ON facet.id = event.facet
  JOIN origin ON origin.id = event.origin`;
}

/** A row of `storedEventQuery`. */
export interface EventRow {
  readonly sequence: number;
  readonly event_id: string;
  readonly anonymized_user_id: string;
  readonly kind: EventKind;
  readonly name: string;
  readonly surface: string;
  readonly trigger: Trigger | "";
  readonly source: string;
  readonly platform: string;
  readonly instance_url: string;
  readonly client_name: string;
  readonly client_version: string;
  readonly received_at: number;
  readonly occurred_at: number;
  readonly client_time: number;
  readonly flags: number;
  readonly arguments: string | null;
  readonly outcome: number | null;
  readonly duration_ms: number | null;
  readonly completes: string | null;
}

/** Turns a row of `storedEventQuery` into an event. */
export function rowToStoredEvent(row: EventRow): StoredEvent {
  const outcome = outcomes[row.outcome ?? -1];
  return {
    id: row.event_id,
    kind: row.kind,
    name: row.name,
    ...(row.surface !== "" && { surface: row.surface }),
    ...(row.trigger !== "" && { trigger: row.trigger }),
    ...decodeFlags(row.flags),
    ...(row.arguments !== null && { arguments: row.arguments }),
    ...(outcome !== undefined && { outcome }),
    ...(row.duration_ms !== null && { durationMs: row.duration_ms }),
    ...(row.completes !== null && { of: row.completes }),
    clientTime: row.client_time,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    source: row.source,
    anonymizedUserId: row.anonymized_user_id,
    sourcegraphURL: row.instance_url,
    platform: row.platform,
    client: { name: row.client_name, version: row.client_version },
  };
}
