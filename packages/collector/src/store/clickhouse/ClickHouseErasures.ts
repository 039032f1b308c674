import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import type { RollUp } from "./RollUp.ts";
import { sqlTexts } from "./sqlText.ts";

/** The digest of the column `person`, as `digestOf` makes it. */
const digestSql = "lower(hex(SHA256(person)))";

/**
 * Erases people, and keeps of each a digest of the anonymous ID, by which what their clients send again is known. The ID
 * is random, so that nothing else can be told from the digest.
 */
export class ClickHouseErasures {
  readonly #connection: ClickHouseConnection;
  readonly #rollUp: RollUp;

  constructor(connection: ClickHouseConnection, rollUp: RollUp) {
    this.#connection = connection;
    this.#rollUp = rollUp;
  }

  /** The digests of all who have been erased. */
  async digests(): Promise<readonly string[]> {
    const rows = await this.#connection.rows<{ readonly digest: string }>(
      "SELECT digest FROM erasure GROUP BY digest ORDER BY digest",
    );
    return rows.map(({ digest }) => digest);
  }

  /** From now on nothing of these people is stored, by any collector. */
  async note(digests: readonly string[]): Promise<void> {
    const rows = digests.map((digest) => [digest]);
    await this.#connection.insert("erasure", ["digest"], rows, { purpose: "upkeep" });
  }

  /** Deletes all events of a person whose digest is noted, and the person from all counts; resolves to how many events. */
  async erase(anonymizedUserId: string): Promise<number> {
    return this.#delete([anonymizedUserId]);
  }

  /**
   * Deletes what there still is of erased people: what the end of the process has left, what another collector was about
   * to store in the moment of the erasure, and whom another store has erased.
   */
  async resume(): Promise<void> {
    const rows = await this.#connection.rows<{ readonly person: string }>(
      `SELECT DISTINCT person FROM (
         SELECT DISTINCT person FROM log WHERE type = 'event'
         UNION ALL SELECT DISTINCT person FROM roll_up WHERE person != '')
       WHERE ${digestSql} IN (SELECT digest FROM erasure)`,
      "upkeep",
    );
    if (rows.length > 0) await this.#delete(rows.map(({ person }) => person));
  }

  async #delete(people: readonly string[]): Promise<number> {
    // What they have done stays counted, so it must have been counted.
    await this.#rollUp.countAll();
    const whose = `person IN ${sqlTexts(people)}`;
    const [row] = await this.#connection.rows<{ readonly events: number; readonly sums: number }>(
      `SELECT (SELECT count() FROM log WHERE type = 'event' AND ${whose}) AS events,
              (SELECT count() FROM roll_up WHERE ${whose}) AS sums`,
      "upkeep",
    );
    const { events, sums } = row ?? { events: 0, sums: 0 };
    if (events > 0) await this.#connection.run(`DELETE FROM log WHERE type = 'event' AND ${whose}`);
    if (sums > 0) await this.#connection.run(`DELETE FROM roll_up WHERE ${whose}`);
    return events;
  }
}
