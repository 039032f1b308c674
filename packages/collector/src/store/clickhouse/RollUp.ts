import { createHash } from "node:crypto";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { factColumns, uncountedFacts, uncountedRows, withMarks } from "./factSources.ts";

/** How many rows are brought into the sums at once: they must fit into one block. */
const step = 200_000;

interface Uncounted {
  /** What is in the sums, as text. */
  readonly state: string;
  readonly rows: number;
  /** The position up to which there are `step` rows. */
  readonly last: number;
}

/**
 * Brings what was received into sums per day, some rows at a time: each step is one insert of sums and of marks that say
 * what is in them, so that nothing is counted twice or left out wherever it is interrupted. Several collectors may do it at
 * once: an insert names the marks that it goes on from, and of those that go on from the same ones the first stands.
 */
export class RollUp {
  readonly #connection: ClickHouseConnection;
  #running: Promise<void> | undefined;
  #appended = 0;

  constructor(connection: ClickHouseConnection) {
    this.#connection = connection;
  }

  /** Notes that rows were stored; every now and then, brings them into the sums. What fails is done by the next. */
  noteAppended(rows: number): void {
    this.#appended += rows;
    if (this.#appended < step / 4 || this.#running !== undefined) return;
    this.#appended = 0;
    this.#running = this.#countAll()
      .catch(() => undefined)
      .finally(() => (this.#running = undefined));
  }

  /** Brings everything into the sums that was stored when it was called. */
  async countAll(): Promise<void> {
    await this.#running;
    await this.#countAll();
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #countAll(): Promise<void> {
    for (;;) {
      await this.#deleteCopies();
      const uncounted = await this.#readUncounted();
      if (uncounted.rows === 0) return;
      await this.#count(uncounted);
      if (uncounted.rows <= step) return;
    }
  }

  /** Two collectors may have stored one event at the same moment: only one of the rows stays. */
  async #deleteCopies(): Promise<void> {
    const copies = await this.#connection.rows<{
      readonly position: number;
      readonly writer: number;
    }>(
      `${withMarks} SELECT position, writer FROM (
         SELECT position, writer, row_number() OVER (
           PARTITION BY person, id ORDER BY position <= marks[writer] DESC, position, writer) AS place
         FROM log WHERE position > floor)
       WHERE place > 1`,
      "upkeep",
    );
    if (copies.length === 0) return;
    const places = copies.map(({ position, writer }) => `(${position}, ${writer})`).join(", ");
    await this.#connection.run(`DELETE FROM log WHERE (position, writer) IN (${places})`);
  }

  async #readUncounted(): Promise<Uncounted> {
    const [row] = await this.#connection.rows<Uncounted>(
      `${withMarks} SELECT toString(marks) AS state, count() AS rows,
              arrayElement(arraySort(groupArray(position)), least(count(), ${step})) AS last
       FROM ${uncountedRows}`,
      "upkeep",
    );
    return row ?? { state: "", rows: 0, last: 0 };
  }

  async #count({ state, last }: Uncounted): Promise<void> {
    const token = createHash("sha256").update(state).digest("hex");
    const keys =
      "type, bucket, person, kind, name, surface, `trigger`, source, platform, outcome, step";
    await this.#connection.run(
      `INSERT INTO roll_up (${factColumns}, writer, position)
       SETTINGS insert_deduplicate = 1, insert_deduplication_token = '${token}'
       ${withMarks}
       SELECT ${keys}, sum(facts.executions), sum(facts.synthetic), sum(facts.count),
              toUInt32(0) AS writer, toUInt64(0) AS position
       FROM (SELECT ${factColumns} FROM ${uncountedFacts(`position <= ${last}`)}) AS facts GROUP BY ${keys}
       UNION ALL
       SELECT 'mark', 0 AS bucket, '' AS person, '' AS kind, '' AS name, '' AS surface, '' AS \`trigger\`,
              '' AS source, '' AS platform, '' AS outcome, 0 AS step,
              0 AS executions, 0 AS synthetic, 0 AS count, log.writer, max(log.position)
       FROM log WHERE log.position > floor AND log.position > marks[log.writer] AND log.position <= ${last}
       GROUP BY log.writer`,
    );
  }
}
