import type { DatabaseSync } from "node:sqlite";
import { digestOf } from "../digestOf.ts";
import { ErasureJournal } from "./ErasureJournal.ts";
import { deleteDeliveries } from "./events/deleteDeliveries.ts";
import { removePerson } from "./rollups/removePerson.ts";
import { transact } from "./transact.ts";

/**
 * Erases people, and keeps of each a digest of the anonymous ID, by which what their clients send again is known. The ID
 * is random, so that nothing else can be told from the digest.
 */
export class SqliteErasures {
  readonly #database: DatabaseSync;
  readonly #journal: ErasureJournal;
  #digests: ReadonlySet<string> = new Set();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#journal = new ErasureJournal(database.location());
    this.reload();
    transact(database, () => this.#note(this.#journal.read()));
  }

  /** Whether a person was erased: nothing of theirs is stored any more. */
  has(anonymizedUserId: string): boolean {
    return this.#digests.size > 0 && this.#digests.has(digestOf(anonymizedUserId));
  }

  /**
   * From now on nothing of this person is stored; resolves to how many events went, once all are gone. Everything stored
   * must have been counted before.
   */
  async erase(anonymizedUserId: string): Promise<number> {
    const person = this.#database
      .prepare("SELECT id FROM person WHERE anonymized_user_id = ?")
      .get(anonymizedUserId)?.["id"];
    const digest = digestOf(anonymizedUserId);
    if (!this.#digests.has(digest)) this.#journal.add([digest]);
    this.#add(digest, person === undefined ? null : Number(person));
    this.reload();
    return person === undefined ? 0 : this.#finish(digest, Number(person));
  }

  /** Takes over erasures of another store. `resume` deletes what there is of these people. */
  note(digests: readonly string[]): void {
    this.#journal.add(this.#note(digests));
  }

  /** Goes on with what the end of the process has interrupted. */
  async resume(): Promise<void> {
    const rows = this.#database
      .prepare("SELECT digest, person FROM erased_person WHERE person IS NOT NULL")
      .all();
    for (const row of rows) await this.#finish(String(row["digest"]), Number(row["person"]));
  }

  /** Learns anew who was erased. */
  reload(): void {
    const rows = this.#database.prepare("SELECT digest FROM erased_person").all();
    this.#digests = new Set(rows.map((row) => String(row["digest"])));
  }

  /** Returns those that are new. */
  #note(digests: readonly string[]): readonly string[] {
    const added = digests.filter((digest) => !this.#digests.has(digest));
    if (added.length === 0) return [];
    const people = this.#database.prepare("SELECT id, anonymized_user_id FROM person").all();
    const personByDigest = new Map(
      people.map((row) => [digestOf(String(row["anonymized_user_id"])), Number(row["id"])]),
    );
    for (const digest of added) this.#add(digest, personByDigest.get(digest) ?? null);
    this.reload();
    return added;
  }

  #add(digest: string, person: number | null): void {
    this.#database
      .prepare("INSERT INTO erased_person (digest, person) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .run(digest, person);
  }

  async #finish(digest: string, person: number): Promise<number> {
    const database = this.#database;
    const deleted = await deleteDeliveries(database, { person });
    await removePerson(database, person);
    transact(database, () => {
      database.prepare("DELETE FROM person WHERE id = ?").run(person);
      database.prepare("UPDATE erased_person SET person = NULL WHERE digest = ?").run(digest);
    });
    return deleted;
  }
}
