import type { DatabaseSync } from "node:sqlite";
import type { EventKind } from "../EventRecord.ts";
import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import { type Filter } from "../Selection.ts";
import { decodeFlags } from "../flags.ts";
import type { EventColumns } from "./events/EventColumns.ts";
import { highestSequence } from "./events/DeliveryTable.ts";
import { decodeEvents, idAt } from "./events/decodeEvents.ts";
import type { KeyParts } from "../rollups/RollUpDimension.ts";
import type { KeyTable } from "./rollups/KeyTable.ts";
import { passes } from "../rollups/passes.ts";

/** Events that one page looks through, or a few more, so that a filter that lets little pass holds nobody up. */
const mostLookedThrough = 100_000;

const query = `
  SELECT sequence, received_at, anonymized_user_id, instance_url, client_name, client_version, events
  FROM delivery
  JOIN person ON person.id = delivery.person
  JOIN origin ON origin.id = delivery.origin`;

interface Row {
  readonly sequence: number;
  readonly received_at: number;
  readonly anonymized_user_id: string;
  readonly instance_url: string;
  readonly client_name: string;
  readonly client_version: string;
  readonly events: Uint8Array;
}

/** Where a page ends: a delivery, and how many of its events have been read. */
interface EventPlace {
  readonly sequence: number;
  readonly index: number;
}

/** Reads events as they were stored. */
export class SqliteEvents {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;

  constructor(database: DatabaseSync, keys: KeyTable) {
    this.#database = database;
    this.#keys = keys;
  }

  latest(limit: number): readonly StoredEvent[] {
    const events: StoredEvent[] = [];
    const rows = this.#database.prepare(`${query} ORDER BY sequence DESC LIMIT ?`);
    for (const row of rows.iterate(limit) as unknown as Iterable<Row>) {
      events.push(...[...this.#eventsOf(row)].reverse());
      if (events.length >= limit) break;
    }
    return events.slice(0, limit);
  }

  /** Where a scan begins that reads only what is stored from now on. */
  end(): string {
    return writePlace({ sequence: this.#highest(), index: Infinity });
  }

  scan({ after, limit, occurred, filter }: EventScan): EventPage {
    const start = readPlace(after);
    const events: StoredEvent[] = [];
    const highest = this.#highest();
    const rows = this.#database
      .prepare(`${query} WHERE sequence >= ? AND sequence <= ? ORDER BY sequence`)
      .iterate(start.sequence, highest) as unknown as Iterable<Row>;
    let looked = 0;
    for (const row of rows) {
      const { sequence } = row;
      if (looked >= mostLookedThrough) return pageOf(events, { sequence, index: 0 });
      const columns = decodeEvents(row.events);
      const first = sequence === start.sequence ? start.index : 0;
      for (let index = first; index < columns.facets.length; index += 1) {
        if (!this.#isAsked(columns, index, occurred, filter)) continue;
        if (events.length === limit) return pageOf(events, { sequence, index });
        events.push(this.#eventAt(row, columns, index));
      }
      looked += columns.facets.length;
    }
    const end = writePlace({ sequence: highest, index: Infinity });
    return { events, end, isLast: true };
  }

  /** The events of deliveries in the order of their receipt, without those of some people. */
  *all(without: ReadonlySet<string>): Generator<StoredEvent, void, undefined> {
    const rows = this.#database.prepare(`${query} ORDER BY sequence`).iterate();
    for (const row of rows as unknown as Iterable<Row>) {
      if (!without.has(row.anonymized_user_id)) yield* this.#eventsOf(row);
    }
  }

  #highest(): number {
    return Number(this.#database.prepare(highestSequence).get()?.["sequence"]);
  }

  #isAsked(
    { facets, occurredAts }: EventColumns,
    index: number,
    occurred: EventScan["occurred"],
    filter: Filter | undefined,
  ): boolean {
    const at = occurredAts[index] ?? 0;
    if (occurred !== undefined && (at < occurred.from || at >= occurred.before)) return false;
    return passes(this.#keys.partsOf("facet", facets[index] ?? 0), filter);
  }

  *#eventsOf(row: Row): Generator<StoredEvent, void, undefined> {
    const columns = decodeEvents(row.events);
    for (const index of columns.facets.keys()) yield this.#eventAt(row, columns, index);
  }

  #eventAt(row: Row, columns: EventColumns, index: number): StoredEvent {
    const facet = this.#keys.partsOf("facet", columns.facets[index] ?? 0);
    const { countedAs: _, ...details } = columns.details.get(index) ?? {};
    return {
      id: idAt(columns, index),
      ...facetFields(facet),
      ...decodeFlags(columns.flags[index] ?? 0),
      ...details,
      clientTime: columns.clientTimes[index] ?? 0,
      occurredAt: columns.occurredAts[index] ?? 0,
      receivedAt: row.received_at,
      anonymizedUserId: row.anonymized_user_id,
      sourcegraphURL: row.instance_url,
      client: { name: row.client_name, version: row.client_version },
    };
  }
}

function facetFields(parts: KeyParts) {
  const { kind, name = "", surface = "", trigger = "", source = "", platform = "" } = parts;
  return {
    kind: kind satisfies EventKind,
    name,
    ...(surface !== "" && { surface }),
    ...(trigger !== "" && { trigger: trigger as NonNullable<StoredEvent["trigger"]> }),
    source,
    platform,
  };
}

/** A page that is full before its end. */
function pageOf(events: readonly StoredEvent[], end: EventPlace): EventPage {
  return { events, end: writePlace(end), isLast: false };
}

/** A delivery that has been read to its end is where the next one begins. */
function writePlace({ sequence, index }: EventPlace): string {
  return index === Infinity ? `${sequence + 1}.0` : `${sequence}.${index}`;
}

function readPlace(after: string | undefined): EventPlace {
  if (after === undefined) return { sequence: 0, index: 0 };
  const [, sequence, index] = /^(\d{1,15})\.(\d{1,5})$/.exec(after) ?? [];
  if (sequence !== undefined) return { sequence: Number(sequence), index: Number(index) };
  throw new RangeError(
    `@action-telemetry/collector: Expected \`after\` to be the \`end\` of a page, got ${JSON.stringify(after)}. ` +
      "Pages begin where another of the same store ended. Leave it out to begin with the oldest event.",
  );
}
