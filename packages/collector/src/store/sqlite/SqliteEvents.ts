import type { DatabaseSync } from "node:sqlite";
import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import { Counters } from "./Counters.ts";
import { rowToStoredEvent, storedEventQuery } from "./storedEventQuery.ts";
import { whereFacet } from "./whereFacet.ts";

/** Reads events as they were stored. */
export class SqliteEvents {
  readonly #database: DatabaseSync;
  readonly #counters: Counters;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#counters = new Counters(database);
  }

  latest(limit: number): readonly StoredEvent[] {
    const query = `${storedEventQuery} ORDER BY sequence DESC LIMIT ?`;
    return this.#database.prepare(query).all(limit).map(rowToStoredEvent);
  }

  /** Where a scan begins that reads only what is stored from now on. */
  end(): string {
    return String(this.#counters.highestSequence());
  }

  scan({ after, limit, occurred, filter }: EventScan): EventPage {
    const facet = whereFacet(filter);
    const range = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER, ...occurred };
    // The bound comes first: what another process stores in between belongs to the next page.
    const highest = this.#counters.highestSequence();
    const rows = this.#database
      .prepare(
        `${storedEventQuery} WHERE sequence > ? AND sequence <= ?
           AND occurred_at >= ? AND occurred_at < ? ${facet.sql}
         ORDER BY sequence LIMIT ?`,
      )
      .all(readPlace(after), highest, range.from, range.before, ...facet.values, limit + 1);
    const isLast = rows.length <= limit;
    const page = isLast ? rows : rows.slice(0, limit);
    const end = isLast ? highest : Number(page.at(-1)?.["sequence"]);
    return { events: page.map(rowToStoredEvent), end: String(end), isLast };
  }
}

function readPlace(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new RangeError(
    `@action-telemetry/collector: Expected \`after\` to be the \`end\` of a page, got ${JSON.stringify(after)}. ` +
      "Pages begin where another of the same store ended. Leave it out to begin with the oldest event.",
  );
}
