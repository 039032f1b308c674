import type { Trigger } from "@action-telemetry/event-schema";
import type { EventKind } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { decodeFlags } from "../flags.ts";
import { outcomes } from "./outcomes.ts";

/** Which events; all of it comes from the code alone. */
export interface EventCondition {
  /** A condition on the rows of `whole_run`, so that few are taken apart. */
  readonly runs: string;
  /** A condition on `sequence`, `occurred_at` and `facet` of the events in them. @default all */
  readonly events?: string;
  /** An order and a limit. @default none */
  readonly limit?: string;
}

/** Selects events with everything that is kept of them; an order may follow. */
export function storedEventQuery({ runs, events, limit }: EventCondition): string {
  // What is not wanted is left out before anything is joined, and arrays are left behind.
  return `
  SELECT sequence, event_id, anonymized_user_id, kind, name, surface, "trigger", source, platform,
         instance_url, client_name, client_version, received_at, occurred_at, client_time, flags,
         arguments, outcome, duration_ms, completes
  FROM (
    SELECT sequence, received_at, occurred_at, occurred_at + skew AS client_time, event_id, person, facet, origin,
           coalesce(flags, 0) AS flags, outcomes[detail] AS outcome, durations[detail] AS duration_ms,
           completes[detail] AS completes, arguments[detail] AS arguments
    FROM (
      SELECT *, array_position(detail_places, place::smallint) AS detail
      FROM (
        SELECT *, first + place - 1 AS sequence, started_at + elapsed AS occurred_at
        FROM (
          SELECT sequence AS first, received_at, occurred_at AS started_at, skew, person, origin, detail_places,
                 outcomes, durations, completes, arguments, generate_subscripts(ids, 1) AS place,
                 unnest(ids) AS event_id, unnest(facets) AS facet, unnest(elapsed) AS elapsed,
                 unnest(flags) AS flags
          FROM whole_run WHERE ${runs}
        ) AS apart
      ) AS timed
      WHERE ${events ?? "true"} ${limit ?? "OFFSET 0"}
    ) AS wanted
    OFFSET 0
  ) AS event
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
