import type { DatabaseSync, StatementSync } from "node:sqlite";

/** How many values are remembered before the memory starts anew. */
const capacity = 100_000;

/** A table that gives each distinct row of texts a small number, with the recent ones in memory. */
export class Dictionary {
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  readonly #idByKey = new Map<string, number>();

  /** @param columns The columns that are unique together; names come from the code alone. */
  constructor(database: DatabaseSync, table: string, columns: readonly string[]) {
    const quoted = columns.map((column) => `"${column}"`);
    const matches = quoted.map((column) => `${column} = ?`).join(" AND ");
    this.#find = database.prepare(`SELECT id FROM ${table} WHERE ${matches}`);
    this.#insert = database.prepare(
      `INSERT INTO ${table} (${quoted.join(", ")}) VALUES (${quoted.map(() => "?").join(", ")})`,
    );
  }

  /** The number of a row, made if it is new. Runs inside the caller's transaction. */
  idOf(values: readonly string[]): number {
    // No checked text can hold a line feed, so that joining is unambiguous.
    const key = values.join("\n");
    const known = this.#idByKey.get(key);
    if (known !== undefined) return known;
    const found = this.#find.get(...values)?.["id"];
    const id = Number(found ?? this.#insert.run(...values).lastInsertRowid);
    if (this.#idByKey.size >= capacity) this.#idByKey.clear();
    this.#idByKey.set(key, id);
    return id;
  }

  /** Forgets the memory: after a rollback it may hold rows that are not there. */
  forget(): void {
    this.#idByKey.clear();
  }
}
