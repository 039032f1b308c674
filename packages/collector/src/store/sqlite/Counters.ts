import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Numbers that outlive the rows they were given to. */
export class Counters {
  readonly #highest: StatementSync;
  readonly #raise: StatementSync;
  readonly #find: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare("SELECT value FROM counter WHERE name = ?");
    this.#highest = database.prepare(
      `SELECT max(coalesce((SELECT max(sequence) FROM event), 0),
                  coalesce((SELECT value FROM counter WHERE name = 'sequence'), 0)) AS value`,
    );
    this.#raise = database.prepare(
      `INSERT INTO counter (name, value) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET value = max(value, excluded.value)`,
    );
  }

  /** The highest number that any event has or had: who has read as far must find what is stored later behind it. */
  highestSequence(): number {
    return Number(this.#highest.get()?.["value"]);
  }

  /** To be called in the transaction that deletes events: the last of them may be among them. */
  keepSequence(): void {
    this.#raise.run("sequence", this.highestSequence());
  }

  /** The highest number of an event that came from another store, 0 if none did. */
  highestLoaded(): number {
    return Number(this.#find.get("loaded")?.["value"] ?? 0);
  }

  /** Notes that all events so far may have come from another store, and so not in the order of their receipt. */
  keepLoaded(): void {
    this.#raise.run("loaded", this.highestSequence());
  }
}
