import type { Outcome, Trigger } from "@action-telemetry/event-schema";
import { latencyStepOf } from "../../time/latency.ts";
import type { EventKind, Tally } from "../EventRecord.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { decodeFlags, encodeFlags } from "../flags.ts";

/** One row of the table `log`. Empty texts stand for what is absent. */
export interface LogRow {
  readonly position: number;
  readonly writer: number;
  readonly type: "event" | "tally";
  readonly is_loaded: 0 | 1;
  readonly id: string;
  readonly person: string;
  readonly kind: string;
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
  readonly source: string;
  readonly platform: string;
  readonly instance_url: string;
  readonly client_name: string;
  readonly client_version: string;
  readonly received_at: number;
  readonly occurred_at: number;
  readonly client_time: number;
  readonly flags: number;
  readonly arguments: string;
  readonly outcome: string;
  readonly duration_ms: number | null;
  readonly step: number;
  readonly completes: string | null;
  readonly of_kind: string;
  readonly of_name: string;
  readonly of_surface: string;
  readonly of_trigger: string;
  readonly count: number;
}

/** The columns of `log`, in the order of `toValues`. */
export const logColumns = [
  "position",
  "writer",
  "type",
  "is_loaded",
  "id",
  "person",
  "kind",
  "name",
  "surface",
  "trigger",
  "source",
  "platform",
  "instance_url",
  "client_name",
  "client_version",
  "received_at",
  "occurred_at",
  "client_time",
  "flags",
  "arguments",
  "outcome",
  "duration_ms",
  "step",
  "completes",
  "of_kind",
  "of_name",
  "of_surface",
  "of_trigger",
  "count",
] as const satisfies readonly (keyof LogRow)[];

/** The values of a row, in the order of `logColumns`. */
export function toValues(row: LogRow): readonly unknown[] {
  return logColumns.map((column) => row[column]);
}

/** A row before it has its place. */
export type UnplacedRow = Omit<LogRow, "position" | "writer">;

/** What a completion is counted under. */
export interface Completed {
  readonly kind: string;
  readonly name: string;
  readonly surface: string;
  readonly trigger: string;
}

/** The row of an event. */
export function eventToRow(event: StoredEvent, completed: Completed | undefined): UnplacedRow {
  const { kind, name, surface = "", trigger = "", durationMs } = event;
  const of: Completed = completed ?? { kind, name, surface, trigger };
  return {
    type: "event",
    is_loaded: 0,
    id: event.id,
    person: event.anonymizedUserId,
    kind,
    name,
    surface,
    trigger,
    source: event.source,
    platform: event.platform,
    instance_url: event.sourcegraphURL,
    client_name: event.client.name,
    client_version: event.client.version,
    received_at: event.receivedAt,
    occurred_at: event.occurredAt,
    client_time: event.clientTime,
    flags: encodeFlags(event),
    arguments: event.arguments ?? "",
    outcome: event.outcome ?? "",
    duration_ms: durationMs ?? null,
    step: durationMs === undefined ? -1 : latencyStepOf(durationMs),
    completes: event.of ?? null,
    of_kind: event.of === undefined ? "" : of.kind,
    of_name: event.of === undefined ? "" : of.name,
    of_surface: event.of === undefined ? "" : of.surface,
    of_trigger: event.of === undefined ? "" : of.trigger,
    count: 1,
  };
}

const noEvent: Omit<UnplacedRow, "type" | "id" | "kind" | "name" | "received_at" | "count"> = {
  is_loaded: 0,
  person: "",
  surface: "",
  trigger: "",
  source: "",
  platform: "",
  instance_url: "",
  client_name: "",
  client_version: "",
  occurred_at: 0,
  client_time: 0,
  flags: 0,
  arguments: "",
  outcome: "",
  duration_ms: null,
  step: -1,
  completes: null,
  of_kind: "",
  of_name: "",
  of_surface: "",
  of_trigger: "",
};

/** The row of something that was counted instead of stored. Its ID is its own: it is never a duplicate. */
export function tallyToRow({ kind, reason, count }: Tally, receivedAt: number): UnplacedRow {
  const id = crypto.randomUUID();
  return { ...noEvent, type: "tally", id, kind, name: reason, count, received_at: receivedAt };
}

/** The event of a row that is one. */
export function rowToEvent(row: LogRow): StoredEvent {
  return {
    id: row.id,
    kind: row.kind as EventKind,
    name: row.name,
    ...(row.surface !== "" && { surface: row.surface }),
    ...(row.trigger !== "" && { trigger: row.trigger as Trigger }),
    ...decodeFlags(row.flags),
    ...(row.arguments !== "" && { arguments: row.arguments }),
    ...(row.outcome !== "" && { outcome: row.outcome as Outcome }),
    ...(row.duration_ms !== null && { durationMs: row.duration_ms }),
    ...(row.completes !== null && { of: row.completes }),
    clientTime: row.client_time,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    source: row.source,
    anonymizedUserId: row.person,
    sourcegraphURL: row.instance_url,
    platform: row.platform,
    client: { name: row.client_name, version: row.client_version },
  };
}
