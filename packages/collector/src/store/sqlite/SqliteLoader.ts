import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { StoredEvent } from "../StoredEvent.ts";
import type { StoreRow } from "../StoreRow.ts";
import type { SqliteErasures } from "./SqliteErasures.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqlitePings } from "./SqlitePings.ts";
import type { DeliveryTable } from "./events/DeliveryTable.ts";
import { CountRows } from "./rollups/CountRows.ts";
import type { RollUps } from "./rollups/RollUps.ts";

type RowOf<Type extends StoreRow["type"]> = Extract<StoreRow, { type: Type }>;

/** Takes rows of another store as they are, within the caller's transaction; those that are there already stand. */
export class SqliteLoader {
  readonly #deliveries: DeliveryTable;
  readonly #rollUps: RollUps;
  readonly #erasures: SqliteErasures;
  readonly #counted: CountRows;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;
  readonly #addTally: StatementSync;

  constructor(
    database: DatabaseSync,
    parts: {
      readonly deliveries: DeliveryTable;
      readonly rollUps: RollUps;
      readonly erasures: SqliteErasures;
    },
  ) {
    this.#deliveries = parts.deliveries;
    this.#rollUps = parts.rollUps;
    this.#erasures = parts.erasures;
    this.#counted = new CountRows(database);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
    this.#addTally = database.prepare(
      "INSERT INTO tally (day, kind, reason, count) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
  }

  /** Everything that is stored must have been counted before. */
  load(rows: readonly StoreRow[]): void {
    // Erasures first: they say whose rows not to take.
    this.#erasures.note(rows.flatMap((row) => (row.type === "erasure" ? row.digest : [])));
    for (const row of rows) this.#loadRow(row);
    this.#rollUps.merge();
    this.#loadEvents(rows.flatMap((row) => (row.type === "event" ? row.event : [])));
    this.#rollUps.markCounted();
  }

  #loadRow(row: StoreRow): void {
    const { counts } = this.#rollUps;
    switch (row.type) {
      case "count": {
        const facet = this.#facetOf(row);
        if (this.#counted.has("facet", row.day, facet)) return;
        counts.addCounts(row.day, facet, row.executions, row.synthetic);
        return;
      }
      case "person":
        if (this.#erasures.has(row.anonymizedUserId)) return;
        counts.addPerson(
          row.day,
          this.#facetOf(row),
          this.#deliveries.personOf(row.anonymizedUserId),
        );
        return;
      case "completion": {
        const step = row.step === undefined ? "" : String(row.step);
        const key = this.#rollUps.completionOf(this.#facetOf(row), row.outcome, step);
        if (this.#counted.has("facetCompletion", row.day, key)) return;
        counts.addCompletions(row.day, key, row.count);
        return;
      }
      case "arguments":
        this.#deliveries.noteArguments(row);
        return;
      case "tally":
        this.#addTally.run(row.day, row.kind, row.reason, row.count);
        return;
      case "ping":
        this.#pings.load(row.week, row);
        return;
      case "error": {
        const { receivedAt, ...error } = row.error;
        this.#errors.keep(receivedAt, error);
        return;
      }
      case "event":
      case "erasure":
    }
  }

  /** Neighbours that say the same of their delivery become one. */
  #loadEvents(events: readonly StoredEvent[]): void {
    const kept = events.filter((event) => !this.#erasures.has(event.anonymizedUserId));
    let first = 0;
    for (const [index, event] of kept.entries()) {
      const next = kept[index + 1];
      if (event.arguments !== undefined) this.#deliveries.noteArguments(event);
      if (next !== undefined && isOfSameDelivery(event, next)) continue;
      this.#deliveries.insert(event, kept.slice(first, index + 1));
      first = index + 1;
    }
  }

  #facetOf({ facet }: RowOf<"count" | "person" | "completion">): number {
    return this.#deliveries.facetOf(facet, facet);
  }
}

function isOfSameDelivery(a: StoredEvent, b: StoredEvent): boolean {
  return (
    a.receivedAt === b.receivedAt &&
    a.anonymizedUserId === b.anonymizedUserId &&
    a.sourcegraphURL === b.sourcegraphURL &&
    a.client.name === b.client.name &&
    a.client.version === b.client.version &&
    a.source === b.source &&
    a.platform === b.platform
  );
}
