import type { Outcome, Trigger } from "@action-telemetry/event-schema";
import type { SQLOutputValue } from "node:sqlite";
import type { EventKind } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { decodeFlags } from "./flags.ts";

/** Selects events with everything that is kept of them; conditions, order and limit are the caller's. */
export const storedEventQuery = `
  SELECT sequence, lower(hex(event_id)) AS id, anonymized_user_id, kind, name, surface, "trigger",
         source, platform, instance_url, client_name, client_version, received_at, occurred_at,
         client_time, flags, arguments, outcome, duration_ms, lower(hex(completes)) AS completes
  FROM event
  JOIN person ON person.id = event.person
  JOIN facet ON facet.id = event.facet
  JOIN origin ON origin.id = event.origin`;

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Turns a row of `storedEventQuery` into an event. */
export function rowToStoredEvent(row: Row): StoredEvent {
  const surface = text(row, "surface");
  const trigger = text(row, "trigger");
  const { arguments: args, outcome, duration_ms: durationMs } = row;
  const of = text(row, "completes");
  return {
    id: hexToUuid(text(row, "id")),
    kind: text(row, "kind") as EventKind,
    name: text(row, "name"),
    ...(surface !== "" && { surface }),
    ...(trigger !== "" && { trigger: trigger as Trigger }),
    ...decodeFlags(Number(row["flags"])),
    ...(typeof args === "string" && { arguments: args }),
    ...(typeof outcome === "string" && { outcome: outcome as Outcome }),
    ...(typeof durationMs === "number" && { durationMs }),
    ...(of !== "" && { of: hexToUuid(of) }),
    clientTime: Number(row["client_time"]),
    occurredAt: Number(row["occurred_at"]),
    receivedAt: Number(row["received_at"]),
    source: text(row, "source"),
    anonymizedUserId: text(row, "anonymized_user_id"),
    sourcegraphURL: text(row, "instance_url"),
    platform: text(row, "platform"),
    client: { name: text(row, "client_name"), version: text(row, "client_version") },
  };
}

function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : "";
}

function hexToUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
