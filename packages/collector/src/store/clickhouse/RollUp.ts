import { createHash } from "node:crypto";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import {
  factColumns,
  isUncounted,
  uncountedFacts,
  uncountedRows,
  withMarks,
  withMarksOfAll,
} from "./factSources.ts";
import { grainedFacts } from "./grains.ts";
import { LogCursor, type WriterPosition } from "./LogCursor.ts";
import { rollUpKeys } from "./rollUpRows.ts";

/** How many rows are brought into the sums at once: they must fit into one block. */
const step = 200_000;

/** After how many rows a collector begins to do so. */
const often = 20_000;

interface Uncounted {
  /** What is in the sums, as text. */
  readonly state: string;
  readonly rows: number;
  /** The position up to which there are `step` rows. */
  readonly last: number;
  /** The highest position of each writer. */
  readonly visible: Readonly<Record<string, number>>;
}

/**
 * Brings what was received into sums per day, some rows at a time: each step is one insert of sums and of marks that say
 * what is in them, so that nothing is counted twice or left out wherever it is interrupted. Several collectors may do it at
 * once: an insert names the marks that it goes on from, and of those that go on from the same ones the first stands.
 */
export class RollUp {
  readonly #connection: ClickHouseConnection;
  readonly #onCounted: () => void;
  #running: Promise<void> | undefined;
  #appended = 0;

  /** @param onCounted - Called when the sums have changed, and are not about to change again. */
  constructor(connection: ClickHouseConnection, onCounted: () => void) {
    this.#connection = connection;
    this.#onCounted = onCounted;
  }

  /** Notes that rows were stored; every now and then, brings them into the sums. */
  noteAppended(rows: number): void {
    this.#appended += rows;
    if (this.#appended >= often) this.begin();
  }

  /** Begins to bring rows into the sums, unless it is being done. What fails is done by the next. */
  begin(): void {
    if (this.#running !== undefined) return;
    this.#appended = 0;
    this.#running = this.#countAll(withMarks)
      .then(() => {
        if (this.#appended < often) this.#onCounted();
      })
      .catch(() => undefined)
      .finally(() => (this.#running = undefined));
  }

  /** Brings everything into the sums that was stored when it was called; looks at every row. */
  async countAll(): Promise<void> {
    await this.#running;
    await this.#countAll(withMarksOfAll);
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#running;
  }

  /** @param prelude - Begins the statements: where they look. */
  async #countAll(prelude: string): Promise<void> {
    for (;;) {
      const uncounted = await this.#readUncounted(prelude);
      if (uncounted === undefined || uncounted.rows === 0) return;
      const visible = Object.entries(uncounted.visible).map(([writer, position]) => ({
        writer: Number(writer),
        position,
      }));
      // What is stored from now on is for the next step: it could be a copy of something in this one.
      const isVisible = LogCursor.start.advance(visible).before;
      await this.#deleteCopies(prelude, isVisible);
      await this.#count(prelude, uncounted, `${isVisible} AND position <= ${uncounted.last}`);
      if (uncounted.rows <= step) return;
    }
  }

  async #readUncounted(prelude: string): Promise<Uncounted | undefined> {
    const [row] = await this.#connection.rows<Uncounted>(
      `${prelude} SELECT toString(marks) AS state, count() AS rows,
              arrayElement(arraySort(groupArray(position)), least(count(), ${step})) AS last,
              maxMap(map(writer, position)) AS visible
       FROM log WHERE ${isUncounted}`,
      "upkeep",
    );
    return row;
  }

  /** Two collectors may have stored one event at the same moment: only one of the rows stays. */
  async #deleteCopies(prelude: string, isVisible: string): Promise<void> {
    const copies = await this.#connection.rows<WriterPosition>(
      `${prelude} SELECT position, writer FROM log WHERE ${isUncounted} AND ${isVisible}
         AND (position, writer) NOT IN (SELECT position, writer FROM ${uncountedRows})`,
      "upkeep",
    );
    if (copies.length === 0) return;
    const places = copies.map(({ position, writer }) => `(${position}, ${writer})`).join(", ");
    await this.#connection.run(`DELETE FROM log WHERE (position, writer) IN (${places})`);
  }

  async #count(prelude: string, { state }: Uncounted, condition: string): Promise<void> {
    const token = createHash("sha256").update(state).digest("hex");
    await this.#connection.run(
      `INSERT INTO roll_up (${factColumns}, writer, position)
       SETTINGS insert_deduplicate = 1, insert_deduplication_token = '${token}'
       ${prelude}
       SELECT ${rollUpKeys}, sum(facts.executions), sum(facts.synthetic), sum(facts.count),
              toUInt32(0) AS writer, toUInt64(0) AS position
       FROM ${grainedFacts(uncountedFacts(condition))} AS facts GROUP BY ${rollUpKeys}
       UNION ALL
       SELECT 'mark', 0 AS bucket, '' AS person, '' AS kind, '' AS name, '' AS surface,
              '' AS \`trigger\`, '' AS source, '' AS platform, '' AS outcome, 0 AS step,
              0 AS executions, 0 AS synthetic, 0 AS count, marked.writer, max(marked.position)
       FROM (SELECT writer, position FROM log WHERE ${isUncounted} AND ${condition}) AS marked
       GROUP BY marked.writer`,
    );
  }
}
