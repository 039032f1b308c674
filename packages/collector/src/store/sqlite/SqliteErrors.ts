import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KeptError } from "../KeptError.ts";
import type { StoredError } from "../StoredError.ts";

/** How many are kept. */
const kept = 1000;

interface Row {
  readonly received_at: number;
  readonly body: string;
}

/** Keeps the last error reports. */
export class SqliteErrors {
  readonly #keep: StatementSync;
  readonly #trim: StatementSync;
  readonly #latest: StatementSync;

  constructor(database: DatabaseSync) {
    this.#keep = database.prepare(
      "INSERT INTO error_report (error_id, received_at, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#trim = database.prepare(
      `DELETE FROM error_report WHERE sequence <= (SELECT max(sequence) FROM error_report) - ${kept}`,
    );
    this.#latest = database.prepare(
      "SELECT received_at, body FROM error_report ORDER BY sequence DESC LIMIT ?",
    );
  }

  keep(receivedAt: number, error: KeptError): void {
    this.#keep.run(error.id, receivedAt, JSON.stringify(error));
    this.#trim.run();
  }

  latest(limit: number): readonly StoredError[] {
    return (this.#latest.all(limit) as unknown as readonly Row[]).map((row) => ({
      ...(JSON.parse(row.body) as KeptError),
      receivedAt: row.received_at,
    }));
  }
}
