import type { StoreRow } from "../StoreRow.ts";
import { appendEvents } from "./appendEvents.ts";
import { bigintArray, integerArray, smallintArray, textArray } from "./binaryArrays.ts";
import { EventColumns } from "./EventColumns.ts";
import { EventReferences } from "./EventReferences.ts";
import { outcomes } from "./outcomes.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { PostgresErasures, addErasures } from "./PostgresErasures.ts";
import { PostgresNotes } from "./PostgresNotes.ts";

type RowOf<Type extends StoreRow["type"]> = Extract<StoreRow, { type: Type }>;

/** Takes rows of another store as they are; those that are there already stand. */
export class PostgresLoader {
  readonly #connections: PostgresConnections;
  readonly #runner: Runner;
  readonly #notes: PostgresNotes;

  constructor(connections: PostgresConnections) {
    this.#connections = connections;
    this.#runner = connections.for("upkeep");
    this.#notes = new PostgresNotes(this.#runner);
  }

  async load(rows: readonly StoreRow[]): Promise<void> {
    const of = <Type extends StoreRow["type"]>(wanted: Type) =>
      rows.filter((row): row is RowOf<Type> => row.type === wanted);
    // Erasures first: they say whose rows not to take.
    const digests = of("erasure").map(({ digest }) => digest);
    if (digests.length > 0) {
      await this.#connections.transact("upkeep", (runner) => addErasures(runner, digests));
    }
    const erasures = new PostgresErasures(this.#connections);
    if (digests.length > 0) await erasures.resume();
    await erasures.read(this.#runner);
    // People may be erased between two loads, so that nothing is remembered from one to the next.
    const references = new EventReferences();
    await this.#loadEvents(of("event"), references, erasures);
    await this.#loadArguments(of("arguments"));
    await this.#loadCounts(of("count"), references);
    await this.#loadPeople(of("person"), references, erasures);
    await this.#loadCompletions(of("completion"), references);
    await this.#loadTallies(of("tally"));
    for (const ping of of("ping")) await this.#loadPing(ping);
    for (const { error } of of("error")) {
      const { receivedAt, ...report } = error;
      await this.#notes.keepError(receivedAt, report);
    }
  }

  async #loadEvents(
    rows: readonly RowOf<"event">[],
    references: EventReferences,
    erasures: PostgresErasures,
  ): Promise<void> {
    const events = rows
      .map(({ event }) => event)
      .filter((event) => !erasures.has(event.anonymizedUserId));
    if (events.length === 0) return;
    for (const event of events) references.of(event, event);
    await references.learn(this.#runner);
    const columns = new EventColumns();
    for (const event of events) {
      const reference = references.of(event, event);
      if (reference !== undefined) columns.add(event, event.receivedAt, reference);
    }
    const noDeliveries = Array.from({ length: 3 }, () => integerArray([]));
    const noTallies = [integerArray([]), textArray([]), textArray([]), bigintArray([])];
    await appendEvents(this.#runner, { knownErasures: erasures.known, withCounts: false }, [
      ...columns.encode(),
      ...noDeliveries,
      ...noTallies,
    ]);
  }

  /** What a name is counted under may not be there yet: it is noted with a facet that has nothing but the name. */
  async #loadArguments(rows: readonly RowOf<"arguments">[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#runner.run(
      `INSERT INTO facet (kind, name, surface, "trigger", source, platform, has_arguments)
       SELECT DISTINCT kind, name, '', '', '', '', true
       FROM unnest($1::text[], $2::text[]) AS given (kind, name)
       WHERE NOT EXISTS (
         SELECT FROM facet WHERE facet.name = given.name AND facet.kind = given.kind AND has_arguments)
       ORDER BY kind, name
       ON CONFLICT (name, surface, "trigger", source, platform, kind) DO UPDATE SET has_arguments = true`,
      [textArray(rows.map(({ kind }) => kind)), textArray(rows.map(({ name }) => name))],
    );
  }

  async #loadCounts(rows: readonly RowOf<"count">[], references: EventReferences): Promise<void> {
    if (rows.length === 0) return;
    await this.#insert("day_count (day, facet, executions, synthetic)", [
      ["integer", integerArray(rows.map(({ day }) => day))],
      ["integer", integerArray(await this.#facetsOf(rows, references))],
      ["bigint", bigintArray(rows.map(({ executions }) => executions))],
      ["bigint", bigintArray(rows.map(({ synthetic }) => synthetic))],
    ]);
  }

  async #loadPeople(
    all: readonly RowOf<"person">[],
    references: EventReferences,
    erasures: PostgresErasures,
  ): Promise<void> {
    const rows = all.filter(({ anonymizedUserId }) => !erasures.has(anonymizedUserId));
    if (rows.length === 0) return;
    for (const { anonymizedUserId } of rows) references.personOf(anonymizedUserId);
    const facets = await this.#facetsOf(rows, references);
    const people = rows.map(({ anonymizedUserId }) => references.personOf(anonymizedUserId));
    await this.#insert(
      "day_person (day, facet, person)",
      [
        ["integer", integerArray(rows.map(({ day }) => day))],
        ["integer", integerArray(facets)],
        ["integer", integerArray(people)],
      ],
      "JOIN person ON person.id = c3",
    );
  }

  async #loadCompletions(
    rows: readonly RowOf<"completion">[],
    references: EventReferences,
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.#insert("day_completion (day, facet, outcome, step, count)", [
      ["integer", integerArray(rows.map(({ day }) => day))],
      ["integer", integerArray(await this.#facetsOf(rows, references))],
      ["smallint", smallintArray(rows.map(({ outcome }) => outcomes.indexOf(outcome)))],
      ["smallint", smallintArray(rows.map(({ step = -1 }) => step))],
      ["bigint", bigintArray(rows.map(({ count }) => count))],
    ]);
  }

  async #loadTallies(rows: readonly RowOf<"tally">[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#insert("tally (day, kind, reason, count)", [
      ["integer", integerArray(rows.map(({ day }) => day))],
      ["text", textArray(rows.map(({ kind }) => kind))],
      ["text", textArray(rows.map(({ reason }) => reason))],
      ["bigint", bigintArray(rows.map(({ count }) => count))],
    ]);
  }

  async #loadPing({ week, body, answer }: RowOf<"ping">): Promise<void> {
    await this.#runner.run(
      `INSERT INTO ping (week, body, answered_at, status, answer) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [week, body, answer?.at ?? null, answer?.status ?? null, answer?.text ?? ""],
    );
  }

  async #facetsOf(
    rows: readonly Pick<RowOf<"count">, "facet">[],
    references: EventReferences,
  ): Promise<readonly (number | undefined)[]> {
    for (const { facet } of rows) references.facetOf(facet);
    await references.learn(this.#runner);
    return rows.map(({ facet }) => references.facetOf(facet));
  }

  /** Inserts columns, each given with the type of its elements; a condition may follow that names them c1, c2 … */
  async #insert(
    target: string,
    columns: readonly (readonly [type: string, values: Buffer])[],
    condition = "",
  ): Promise<void> {
    const names = columns.map((_, index) => `c${index + 1}`).join(", ");
    const arrays = columns.map(([type], index) => `$${index + 1}::${type}[]`).join(", ");
    await this.#runner.run(
      `INSERT INTO ${target} SELECT ${names} FROM unnest(${arrays}) AS given (${names}) ${condition}
       ON CONFLICT DO NOTHING`,
      columns.map(([, values]) => values),
    );
  }
}
