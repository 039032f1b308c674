import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { StoreRow } from "../StoreRow.ts";
import { Counters } from "./Counters.ts";
import { EventTable } from "./EventTable.ts";
import type { SqliteErasures } from "./SqliteErasures.ts";
import { SqliteErrors } from "./SqliteErrors.ts";
import { SqlitePings } from "./SqlitePings.ts";
import { transact } from "./transact.ts";

type RowOf<Type extends StoreRow["type"]> = Extract<StoreRow, { type: Type }>;

/** Takes rows of another store as they are; those that are there already stand. */
export class SqliteLoader {
  readonly #database: DatabaseSync;
  readonly #erasures: SqliteErasures;
  readonly #events: EventTable;
  readonly #counters: Counters;
  readonly #pings: SqlitePings;
  readonly #errors: SqliteErrors;
  readonly #addCount: StatementSync;
  readonly #addPerson: StatementSync;
  readonly #addCompletion: StatementSync;
  readonly #addTally: StatementSync;

  constructor(database: DatabaseSync, erasures: SqliteErasures) {
    this.#database = database;
    this.#erasures = erasures;
    this.#events = new EventTable(database);
    this.#counters = new Counters(database);
    this.#pings = new SqlitePings(database);
    this.#errors = new SqliteErrors(database);
    const add = (table: string, values: string) =>
      database.prepare(`INSERT INTO ${table} VALUES (${values}) ON CONFLICT DO NOTHING`);
    this.#addCount = add("day_count", "?, ?, ?, ?");
    this.#addPerson = add("day_person", "?, ?, ?");
    this.#addCompletion = add("day_completion", "?, ?, ?, ?, ?");
    this.#addTally = add("tally", "?, ?, ?, ?");
  }

  load(rows: readonly StoreRow[]): void {
    try {
      transact(this.#database, () => {
        // Erasures first: they say whose rows not to take.
        this.#erasures.note(rows.flatMap((row) => (row.type === "erasure" ? row.digest : [])));
        this.#events.begin();
        for (const row of rows) this.#loadRow(row);
        if (rows.some(({ type }) => type === "event")) this.#counters.keepLoaded();
      });
    } catch (error) {
      this.#erasures.reload();
      throw error;
    } finally {
      // People may be erased between two loads, and with them what is remembered here.
      this.#events.forget();
    }
  }

  #loadRow(row: StoreRow): void {
    switch (row.type) {
      case "event":
        if (!this.#erasures.has(row.event.anonymizedUserId)) {
          this.#events.insert(row.event, row.event);
        }
        return;
      case "count":
        this.#addCount.run(row.day, this.#facetOf(row), row.executions, row.synthetic);
        return;
      case "person":
        this.#loadPerson(row);
        return;
      case "completion":
        this.#addCompletion.run(
          row.day,
          this.#facetOf(row),
          row.outcome,
          row.step ?? -1,
          row.count,
        );
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
      case "erasure":
    }
  }

  #loadPerson(row: RowOf<"person">): void {
    if (this.#erasures.has(row.anonymizedUserId)) return;
    this.#addPerson.run(row.day, this.#facetOf(row), this.#events.personOf(row.anonymizedUserId));
  }

  #facetOf({ facet }: RowOf<"count" | "person" | "completion">): number {
    return this.#events.facetOf(facet);
  }
}
