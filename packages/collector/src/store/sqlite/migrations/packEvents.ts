import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Outcome } from "@action-telemetry/event-schema";
import type { ClockVerdict } from "../../EventRecord.ts";
import { EventKeys } from "../events/EventKeys.ts";
import { type EncodableEvent, encodeEvents } from "../events/encodeEvents.ts";
import { KeyTable, keyText } from "../rollups/KeyTable.ts";
import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { mergeCounts } from "../rollups/mergeCounts.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Writes what had a row for each event, and for each person and day, as rows of deliveries and of roll-ups. */
export function packEvents(database: DatabaseSync): void {
  const keys = new KeyTable(database);
  const facets = packFacets(database, keys);
  packCounts(database, keys, facets);
  packDeliveries(database, facets);
  for (const row of database
    .prepare("SELECT DISTINCT facet FROM event WHERE arguments IS NOT NULL")
    .all()) {
    const text = keyText("name", keys.partsOf("facet", facets.get(Number(row["facet"])) ?? 0));
    database
      .prepare("INSERT INTO name_with_arguments VALUES (?) ON CONFLICT DO NOTHING")
      .run(keys.numberOf("name", text));
  }
  database.exec("INSERT INTO counter SELECT 'counted', coalesce(max(sequence), 0) FROM delivery");
}

function packFacets(database: DatabaseSync, keys: KeyTable): ReadonlyMap<number, number> {
  const rows = database
    .prepare(`SELECT id, kind, name, surface, "trigger", source, platform FROM facet`)
    .all();
  return new Map(
    rows.map(({ id, ...parts }) => [
      Number(id),
      keys.numberOf("facet", Object.values(parts).join("\n")),
    ]),
  );
}

function packCounts(
  database: DatabaseSync,
  keys: KeyTable,
  facets: ReadonlyMap<number, number>,
): void {
  const of = (table: string) => database.prepare(`SELECT * FROM ${table} WHERE day = ?`);
  const [counts, people, completions] = [of("day_count"), of("day_person"), of("day_completion")];
  const pending = new PendingCounts();
  const days = database.prepare(
    "SELECT day FROM day_count UNION SELECT day FROM day_completion ORDER BY day",
  );
  for (const row of days.all()) {
    const day = Number(row["day"]);
    const facetOf = ({ facet }: Row) => facets.get(Number(facet)) ?? 0;
    for (const count of counts.all(day)) {
      const { executions, synthetic } = count;
      pending.addCounts(day, facetOf(count), Number(executions), Number(synthetic));
    }
    for (const person of people.all(day)) {
      pending.addPerson(day, facetOf(person), Number(person["person"]));
    }
    for (const completion of completions.all(day)) {
      const { outcome, step, count } = completion;
      const parts = Object.values(keys.partsOf("facet", facetOf(completion))).join("\n");
      const text = `${parts}\n${String(outcome)}\n${step === -1 ? "" : String(step)}`;
      pending.addCompletions(day, keys.numberOf("facetCompletion", text), Number(count));
    }
    mergeCounts(database, keys, pending);
    pending.clear();
  }
}

/** Neighbours of one person and program that were received together were sent together. */
function packDeliveries(database: DatabaseSync, facets: ReadonlyMap<number, number>): void {
  const keys = new EventKeys(database);
  const insert = database.prepare("INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?)");
  let rows: Row[] = [];
  let sequence = 0;
  const pack = () => {
    const [first] = rows;
    if (first === undefined) return;
    sequence += 1;
    const events = rows.map(toEvent);
    const { received_at: receivedAt, person, origin } = first;
    const ids = events.map(({ id }) => id);
    keys.add(Number(person), ids, sequence);
    const own = rows.map(({ facet }) => facets.get(Number(facet)) ?? 0);
    // Completions have been counted as what they are called themselves.
    const packed = encodeEvents(events, own, own);
    insert.run(sequence, Number(receivedAt), Number(person), Number(origin), rows.length, packed);
    rows = [];
  };
  const all = database.prepare(
    `SELECT *, lower(hex(event_id)) AS id, lower(hex(completes)) AS of FROM event ORDER BY sequence`,
  );
  for (const row of all.iterate()) {
    const [first] = rows;
    if (first !== undefined && !(isOfSameDelivery(first, row) && rows.length < 500)) pack();
    rows.push(row);
  }
  pack();
}

function isOfSameDelivery(a: Row, b: Row): boolean {
  return (
    a["received_at"] === b["received_at"] &&
    a["person"] === b["person"] &&
    a["origin"] === b["origin"]
  );
}

function toEvent(row: Row): EncodableEvent {
  const { arguments: args, outcome, duration_ms: durationMs, of } = row;
  const flags = Number(row["flags"]);
  const clock: ClockVerdict = flags & 4 ? "future" : flags & 8 ? "past" : "kept";
  return {
    id: hexToUuid(String(row["id"])),
    alt: (flags & 1) !== 0,
    trusted: (flags & 2) === 0,
    clock,
    ...(typeof args === "string" && { arguments: args }),
    ...(typeof outcome === "string" && { outcome: outcome as Outcome }),
    ...(typeof durationMs === "number" && { durationMs }),
    ...(typeof of === "string" && of !== "" && { of: hexToUuid(of) }),
    clientTime: Number(row["client_time"]),
    occurredAt: Number(row["occurred_at"]),
  };
}

function hexToUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
