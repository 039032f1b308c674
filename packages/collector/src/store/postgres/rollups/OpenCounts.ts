import { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { Runner } from "../PostgresConnections.ts";
import { type PendingRow, countPending, pendingColumns } from "./pendingCounts.ts";

type Row = { readonly generation: number; readonly latest: number } & (
  | PendingRow
  | { readonly [Column in keyof PendingRow]: null }
);

/**
 * What has been counted and is not in the roll-ups yet, in memory: only what is new is read. The ledger's `generation`
 * says when something was moved into the roll-ups, or removed, so that all has to be read anew.
 */
export class OpenCounts {
  readonly #runner: Runner;
  #counts = new PendingCounts();
  #generation = -1;
  #sequence = -1;
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  get counts(): PendingCounts {
    return this.#counts;
  }

  /** The roll-ups that these counts go with. */
  get generation(): number {
    return this.#generation;
  }

  /** The highest number of the events that are counted. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Resolves when everything is known that was committed before the call. Calls of the same moment share a look. */
  refresh(): Promise<void> {
    this.#next ??= this.#last
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#read();
      });
    this.#last = this.#next;
    return this.#next;
  }

  async #read(): Promise<void> {
    const rows = await this.#runner.rows<Row>(
      `SELECT ledger.generation, ledger.sequence AS latest, pending.*
       FROM ledger LEFT JOIN (SELECT ${pendingColumns} FROM pending_count) AS pending
         ON pending.sequence > CASE WHEN ledger.generation = $1 THEN $2::bigint ELSE -1 END`,
      [this.#generation, this.#sequence],
    );
    const [first] = rows;
    if (first === undefined) return;
    if (first.generation !== this.#generation) this.#counts = new PendingCounts();
    for (const row of rows) if (row.sequence !== null) countPending(this.#counts, row);
    this.#generation = first.generation;
    this.#sequence = first.latest;
  }
}
