import { randomInt } from "node:crypto";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { type UnplacedRow, logColumns, toValues } from "./LogRow.ts";

/** Rows of one partition are one part, which is there as a whole or not at all. */
const partitionMs = 604_800_000;

/**
 * Puts rows at the end of `log`, each at a position after the one before it. What one writer inserts becomes visible in the
 * order of its positions, because the next insert begins when the one before has ended. When it is unknown how one ended,
 * the writer is given up, and another goes on.
 */
export class LogInserter {
  readonly #connection: ClickHouseConnection;
  #writer = randomWriter();
  #last = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  /** @param now - The server's clock, in microseconds since 1970. */
  insert(rows: readonly UnplacedRow[], now: number): Promise<void> {
    const inserted = this.#running.then(() => this.#insert(rows, now));
    this.#running = inserted.catch(() => undefined);
    return inserted;
  }

  async #insert(rows: readonly UnplacedRow[], now: number): Promise<void> {
    try {
      for (const part of splitByPartition(rows)) await this.#insertPart(part, now);
    } catch (error) {
      this.#writer = randomWriter();
      throw error;
    }
  }

  async #insertPart(rows: readonly UnplacedRow[], now: number): Promise<void> {
    this.#last = Math.max(this.#last, now);
    const values = rows.map((row) =>
      toValues({ position: (this.#last += 1), writer: this.#writer, ...row }),
    );
    await this.#connection.insert("log", logColumns, values);
  }
}

function randomWriter(): number {
  return randomInt(1, 2 ** 32);
}

/** Neighbours of one partition together: the order stays. */
function splitByPartition(rows: readonly UnplacedRow[]): readonly (readonly UnplacedRow[])[] {
  const parts: UnplacedRow[][] = [];
  let partition: number | undefined;
  for (const row of rows) {
    const next = Math.trunc(row.received_at / partitionMs);
    if (next !== partition) parts.push([]);
    partition = next;
    parts.at(-1)?.push(row);
  }
  return parts;
}
