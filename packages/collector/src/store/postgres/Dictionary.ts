import type { Runner } from "./PostgresConnections.ts";
import { textArray } from "./binaryArrays.ts";

/** How many rows are remembered before the memory starts anew. */
const capacity = 200_000;

/** A table that gives each distinct row of texts a small number, with the recent ones in memory. */
export class Dictionary {
  readonly #columns: readonly string[];
  readonly #sql: string;
  readonly #idByKey = new Map<string, number>();
  readonly #missing = new Map<string, readonly string[]>();

  /**
   * @param table - It and the columns, which are unique together, come from the code alone.
   * @param condition - What a new row must fulfil.
   */
  constructor(table: string, columns: readonly string[], condition = "true") {
    this.#columns = columns;
    const list = columns.map((column) => `"${column}"`).join(", ");
    const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
    this.#sql = `
      WITH given AS (SELECT * FROM unnest(${arrays}) AS given (${list})),
      found AS (SELECT id, ${list} FROM ${table} JOIN given USING (${list})),
      added AS (
        INSERT INTO ${table} (${list})
        SELECT ${list} FROM (SELECT ${list} FROM given EXCEPT SELECT ${list} FROM found) AS missing
        WHERE ${condition} ORDER BY ${list} ON CONFLICT DO NOTHING RETURNING id, ${list}
      )
      SELECT * FROM found UNION ALL SELECT * FROM added`;
  }

  /** The number of a row, if it is known; else it is noted for `learn`. */
  idOf(values: readonly string[]): number | undefined {
    // No checked text can hold a line feed, so that joining is unambiguous.
    const key = values.join("\n");
    const id = this.#idByKey.get(key);
    if (id === undefined) this.#missing.set(key, values);
    return id;
  }

  /** Learns the numbers that were asked for; new rows are made, except those that do not fulfil the condition. */
  async learn(runner: Runner): Promise<void> {
    const missing = [...this.#missing.values()];
    this.#missing.clear();
    if (this.#idByKey.size >= capacity) this.#idByKey.clear();
    // What another collector adds at the same moment is found by the second look.
    for (let rows = missing, look = 0; rows.length > 0 && look < 2; look += 1) {
      const arrays = this.#columns.map((_, index) => textArray(rows.map((row) => row[index])));
      for (const { id, ...row } of await runner.rows<Row>(this.#sql, arrays)) {
        this.#idByKey.set(this.#columns.map((column) => row[column]).join("\n"), id);
      }
      rows = rows.filter((row) => !this.#idByKey.has(row.join("\n")));
    }
  }

  /** Forgets the memory: rows may be gone. */
  forget(): void {
    this.#idByKey.clear();
  }
}

type Row = { readonly id: number } & Readonly<Record<string, string>>;
