import type { StoreRow } from "../StoreRow.ts";
import { appendEvents } from "./appendEvents.ts";
import { bigintArray, integerArray, textArray } from "./binaryArrays.ts";
import { EventReferences } from "./EventReferences.ts";
import { GatheredEvents } from "./GatheredEvents.ts";
import { outcomes } from "./outcomes.ts";
import { PackedEvents } from "./PackedEvents.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";
import { PostgresErasures, addErasures } from "./PostgresErasures.ts";
import { PostgresNotes } from "./PostgresNotes.ts";
import { completionKey } from "./rollups/FacetTable.ts";
import { loadCounts } from "./rollups/loadCounts.ts";

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
    await this.#loadCounts(of("count"), of("person"), of("completion"), references, erasures);
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
    for (const event of events) references.from(event)(event);
    await references.learn(this.#runner);
    // Somebody who is not known then was erased meanwhile.
    const known = events.flatMap((event) => {
      const reference = references.from(event)(event);
      return reference === undefined ? [] : { event, reference };
    });
    const packed = new PackedEvents(known.length);
    for (const { event, reference } of known) packed.add(event, event.receivedAt, reference);
    const gathered = new GatheredEvents();
    gathered.add(packed, 1);
    const noDeliveries = [integerArray([]), integerArray([])];
    const noTallies = [integerArray([]), textArray([]), textArray([]), bigintArray([])];
    const settings = { knownErasures: erasures.known, withCounts: false };
    await appendEvents(this.#runner, settings, gathered, [...noDeliveries, ...noTallies]);
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

  async #loadCounts(
    counts: readonly RowOf<"count">[],
    all: readonly RowOf<"person">[],
    completions: readonly RowOf<"completion">[],
    references: EventReferences,
    erasures: PostgresErasures,
  ): Promise<void> {
    const people = all.filter(({ anonymizedUserId }) => !erasures.has(anonymizedUserId));
    for (const { facet } of [...counts, ...people, ...completions]) references.facetOf(facet);
    for (const { anonymizedUserId } of people) references.personOf(anonymizedUserId);
    await references.learn(this.#runner);
    await loadCounts(this.#connections, {
      counts: counts.flatMap(({ day, facet, executions, synthetic }) => {
        const number = references.facetOf(facet);
        return number === undefined ? [] : { day, facet: number, executions, synthetic };
      }),
      people: people.flatMap(({ day, facet, anonymizedUserId }) => {
        const number = references.facetOf(facet);
        const person = references.personOf(anonymizedUserId);
        return number === undefined || person === undefined ? [] : { day, facet: number, person };
      }),
      completions: completions.flatMap(({ day, facet, outcome, step = -1, count }) => {
        const number = references.facetOf(facet);
        if (number === undefined) return [];
        return { day, key: completionKey(number, outcomes.indexOf(outcome), step), count };
      }),
    });
  }

  async #loadTallies(rows: readonly RowOf<"tally">[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#runner.run(
      `INSERT INTO tally (day, kind, reason, count)
       SELECT * FROM unnest($1::integer[], $2::text[], $3::text[], $4::bigint[])
       ON CONFLICT DO NOTHING`,
      [
        integerArray(rows.map(({ day }) => day)),
        textArray(rows.map(({ kind }) => kind)),
        textArray(rows.map(({ reason }) => reason)),
        bigintArray(rows.map(({ count }) => count)),
      ],
    );
  }

  async #loadPing({ week, body, answer }: RowOf<"ping">): Promise<void> {
    await this.#runner.run(
      `INSERT INTO ping (week, body, answered_at, status, answer) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [week, body, answer?.at ?? null, answer?.status ?? null, answer?.text ?? ""],
    );
  }
}
