import type { StoreRow } from "../StoreRow.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import type { ClickHouseErasures } from "./ClickHouseErasures.ts";
import type { ClickHouseNotes } from "./ClickHouseNotes.ts";
import { digestOf } from "../digestOf.ts";
import { grainsOf } from "./grains.ts";
import type { LogInserter } from "./LogInserter.ts";
import { Knowledge } from "./Knowledge.ts";
import type { UnplacedRow } from "./LogRow.ts";
import type { RollUp } from "./RollUp.ts";
import {
  type RollUpRow,
  type SummedRow,
  isSummed,
  summedRows,
  summedTypes,
  toRollUpRow,
} from "./rollUpRows.ts";

type RowOf<Type extends StoreRow["type"]> = Extract<StoreRow, { type: Type }>;

/** What a loader works with. */
export interface LoaderParts {
  readonly connection: ClickHouseConnection;
  readonly erasures: ClickHouseErasures;
  readonly inserter: LogInserter;
  readonly notes: ClickHouseNotes;
  readonly rollUp: RollUp;
}

/** Takes rows of another store as they are; those that are there already stand. */
export class ClickHouseLoader {
  readonly #parts: LoaderParts;

  constructor(parts: LoaderParts) {
    this.#parts = parts;
  }

  async load(rows: readonly StoreRow[]): Promise<void> {
    const of = <Type extends StoreRow["type"]>(wanted: Type) =>
      rows.filter((row): row is RowOf<Type> => row.type === wanted);
    const { erasures, notes } = this.#parts;
    // Erasures first: they say whose rows not to take.
    const digests = of("erasure").map(({ digest }) => digest);
    if (digests.length > 0) {
      await erasures.note(digests);
      await erasures.resume();
    }
    await this.#loadEvents(of("event"));
    await this.#loadSums(rows.filter(isSummed));
    for (const { week, ...ping } of of("ping")) await notes.loadPing(week, ping);
    for (const { error } of of("error")) {
      const { receivedAt, ...report } = error;
      await notes.keepError(receivedAt, report);
    }
  }

  async #loadEvents(rows: readonly RowOf<"event">[]): Promise<void> {
    if (rows.length === 0) return;
    const { connection, inserter } = this.#parts;
    const events = rows.map(({ event }) => event);
    const knowledge = await Knowledge.of(connection, events);
    const loaded = events
      .filter(({ anonymizedUserId }) => !knowledge.isErased(anonymizedUserId))
      .flatMap((event) => knowledge.rowOf(event) ?? [])
      .map((row): UnplacedRow => ({ ...row, is_loaded: 1 }));
    await inserter.insert(loaded, knowledge.now);
  }

  async #loadSums(rows: readonly SummedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const { connection, erasures } = this.#parts;
    const erased = new Set(await erasures.digests());
    const given = rows.filter(
      (row) => row.type !== "person" || !erased.has(digestOf(row.anonymizedUserId)),
    );
    // What is counted here may be the same as a row: it stands.
    const [first, ...others] = (await this.missing(given)).map(toRollUpRow).flatMap(grainsOf);
    if (first === undefined) return;
    const columns = Object.keys(first) as (keyof RollUpRow)[];
    const values = [first, ...others].map((row) => columns.map((column) => row[column]));
    await connection.insert("roll_up", columns, values, { purpose: "upkeep" });
  }

  /** Those of some rows that nothing has been counted of yet. */
  async missing(rows: readonly SummedRow[]): Promise<readonly SummedRow[]> {
    if (rows.length === 0) return [];
    const { connection, rollUp } = this.#parts;
    await rollUp.countAll();
    const types = summedTypes.filter((type) => rows.some((row) => row.type === type));
    // By type, for some are of no day: what is there is looked for between the first day and the last.
    const spans = types.map((type) => {
      const days = rows.filter((row) => row.type === type).map((row) => toRollUpRow(row).bucket);
      return `(type = '${type}' AND bucket BETWEEN ${Math.min(...days)} AND ${Math.max(...days)})`;
    });
    const present = await connection.rows<RollUpRow>(
      `SELECT * FROM (${summedRows(types)}) WHERE ${spans.join(" OR ")}`,
      "upkeep",
    );
    const known = new Set(present.map(summedKeyOf));
    return rows.filter((row) => !known.has(summedKeyOf(toRollUpRow(row))));
  }
}

function summedKeyOf(row: RollUpRow): string {
  const { type, bucket, person, kind, name, surface, trigger, source, platform } = row;
  const facet = [kind, name, surface, trigger, source, platform];
  return JSON.stringify([type, bucket, person, ...facet, row.outcome, row.step]);
}
