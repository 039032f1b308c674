import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";

/** Keeps pings, one a week. */
export class SqlitePings {
  readonly #find: StatementSync;
  readonly #keep: StatementSync;
  readonly #note: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT body, answered_at, status, answer FROM ping WHERE week = ?",
    );
    this.#keep = database.prepare(
      "INSERT INTO ping (week, body) VALUES (?, ?) ON CONFLICT DO NOTHING",
    );
    this.#note = database.prepare(
      "UPDATE ping SET answered_at = ?, status = ?, answer = ? WHERE week = ?",
    );
  }

  find(week: number): StoredPing | undefined {
    const row = this.#find.get(week);
    return row === undefined ? undefined : rowToPing(row);
  }

  /** The first one stands. */
  keep(week: number, body: string): StoredPing {
    this.#keep.run(week, body);
    return this.find(week) ?? { body };
  }

  note(week: number, { at, status, text }: PingAnswer): void {
    this.#note.run(at, status, text, week);
  }

  /** Takes a ping of another store, unless there is one of that week. */
  load(week: number, { body, answer }: StoredPing): void {
    if (this.find(week) !== undefined) return;
    this.#keep.run(week, body);
    if (answer !== undefined) this.note(week, answer);
  }
}

/** Turns a row of the table `ping` into a ping. */
export function rowToPing(row: Readonly<Record<string, SQLOutputValue>>): StoredPing {
  const { body, answered_at: at, status, answer } = row;
  return typeof at === "number" && typeof status === "number"
    ? { body: String(body), answer: { at, status, text: String(answer) } }
    : { body: String(body) };
}
