import { digestOf } from "../digestOf.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { eraseEvents } from "./eraseEvents.ts";
import { removePeople } from "./rollups/removePeople.ts";

/** The digest of the column `anonymized_user_id`, as `digestOf` makes it. */
export const digestColumn = "encode(sha256(convert_to(anonymized_user_id, 'UTF8')), 'hex')";

/** The numbers of people who were erased and of whom something is left, because an erasure was interrupted. */
export const erasedPeople = `SELECT id FROM person JOIN erased_person ON digest = ${digestColumn}`;

/**
 * Erases people, and keeps of each a digest of the anonymous ID, by which what their clients send again is known. The ID
 * is random, so that nothing else can be told from the digest. Every collector knows all digests; the number of erasures
 * in the ledger tells one that it has missed some.
 */
export class PostgresErasures {
  readonly #connections: PostgresConnections;
  #digests: ReadonlySet<string> = new Set();
  #known = -1;

  constructor(connections: PostgresConnections) {
    this.#connections = connections;
  }

  /** How many erasures there were when the digests were read. */
  get known(): number {
    return this.#known;
  }

  /** Whether a person was erased: nothing of theirs is stored any more. */
  has(anonymizedUserId: string): boolean {
    return this.#digests.size > 0 && this.#digests.has(digestOf(anonymizedUserId));
  }

  /** Learns who was erased. */
  async read(runner: Runner): Promise<void> {
    // In this order: who is erased in between is read once more, and not missed.
    const [ledger] = await runner.rows<{ erasures: number }>("SELECT erasures FROM ledger");
    const rows = await runner.rows<{ digest: string }>("SELECT digest FROM erased_person");
    this.#digests = new Set(rows.map(({ digest }) => digest));
    this.#known = ledger?.erasures ?? 0;
  }

  /** From now on nothing of this person is stored, by any collector; resolves to how many events went. */
  async erase(anonymizedUserId: string): Promise<number> {
    const digest = digestOf(anonymizedUserId);
    await this.#connections.transact("upkeep", (runner) => addErasures(runner, [digest]));
    return this.#finish(`${erasedPeople} WHERE digest = $1`, [digest]);
  }

  /** Goes on with what was interrupted. */
  async resume(): Promise<void> {
    await this.#finish(erasedPeople, []);
  }

  async #finish(peopleQuery: string, values: readonly unknown[]): Promise<number> {
    const upkeep = this.#connections.for("upkeep");
    const people = (await upkeep.rows<{ id: number }>(peopleQuery, values)).map(({ id }) => id);
    if (people.length === 0) return 0;
    const deleted = await eraseEvents(this.#connections, people);
    await this.#connections.transact("upkeep", async (runner) => {
      await runner.run("DELETE FROM person WHERE id = ANY ($1)", [people]);
      await removePeople(runner, people);
    });
    return deleted;
  }
}

/** Notes that people were erased, in a transaction of the caller: who stores events after it learns of them first. */
export async function addErasures(runner: Runner, digests: readonly string[]): Promise<void> {
  await runner.run("UPDATE ledger SET erasures = erasures + 1");
  await runner.run(
    "INSERT INTO erased_person (digest) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING",
    [digests],
  );
}
