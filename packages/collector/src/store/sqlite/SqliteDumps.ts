import { DatabaseSync } from "node:sqlite";
import type { StoreRow } from "../StoreRow.ts";
import { dumpRows } from "./dumpRows.ts";

/** Rows given at once. */
const rowsAtOnce = 1000;

interface Dump {
  readonly rows: Iterator<StoreRow>;
  close(): void;
}

/**
 * Copies of the database that are being read. Each is as it was at one moment, in a connection of its own; a database in
 * memory is read into an array first.
 */
export class SqliteDumps {
  readonly #database: DatabaseSync;
  readonly #dumps = new Map<number, Dump>();
  #lastId = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  begin(): number {
    const id = (this.#lastId += 1);
    this.#dumps.set(id, this.#open());
    return id;
  }

  /** The next rows; fewer than 1000 are the last. */
  next(id: number): readonly StoreRow[] {
    const rows: StoreRow[] = [];
    for (const { rows: all } = this.#get(id); rows.length < rowsAtOnce;) {
      const { done, value } = all.next();
      if (done === true) break;
      rows.push(value);
    }
    return rows;
  }

  end(id: number): void {
    this.#dumps.get(id)?.close();
    this.#dumps.delete(id);
  }

  #get(id: number): Dump {
    const dump = this.#dumps.get(id);
    if (dump === undefined) throw new Error("@action-telemetry/collector: The dump has ended.");
    return dump;
  }

  #open(): Dump {
    const path = this.#database.location();
    if (path === null) {
      return { rows: [...dumpRows(this.#database)].values(), close: () => undefined };
    }
    const database = new DatabaseSync(path, { readOnly: true });
    database.exec("BEGIN");
    return { rows: dumpRows(database), close: () => database.close() };
  }
}

/** Whether these were the last rows. */
export function areLast(rows: readonly StoreRow[]): boolean {
  return rows.length < rowsAtOnce;
}
