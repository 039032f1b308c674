import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Who does which task, until when. */
export class SqliteClaims {
  readonly #take: StatementSync;

  constructor(database: DatabaseSync) {
    this.#take = database.prepare(
      `INSERT INTO claim (task, holder, until) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE holder = excluded.holder OR until <= ?`,
    );
  }

  take(task: string, holder: string, now: number, until: number): boolean {
    return Number(this.#take.run(task, holder, until, now).changes) === 1;
  }
}
