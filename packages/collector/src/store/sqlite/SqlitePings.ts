import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";

interface Row {
  readonly body: string;
  readonly answered_at: number | null;
  readonly status: number | null;
}

/** Keeps pings, one a week. */
export class SqlitePings {
  readonly #find: StatementSync;
  readonly #keep: StatementSync;
  readonly #note: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare("SELECT body, answered_at, status FROM ping WHERE week = ?");
    this.#keep = database.prepare(
      "INSERT INTO ping (week, body) VALUES (?, ?) ON CONFLICT DO NOTHING",
    );
    this.#note = database.prepare("UPDATE ping SET answered_at = ?, status = ? WHERE week = ?");
  }

  find(week: number): StoredPing | undefined {
    const row = this.#find.get(week) as Row | undefined;
    if (row === undefined) return undefined;
    const { body, answered_at: at, status } = row;
    return at === null || status === null ? { body } : { body, answer: { at, status } };
  }

  /** The first one stands. */
  keep(week: number, body: string): StoredPing {
    this.#keep.run(week, body);
    return this.find(week) ?? { body };
  }

  note(week: number, { at, status }: PingAnswer): void {
    this.#note.run(at, status, week);
  }
}
