import { bitsAt } from "../../rollups/bitsAt.ts";
import { visitCountBlock } from "../../rollups/countBlock.ts";
import type { PendingCounts } from "../../rollups/PendingCounts.ts";
import type { PeopleBits } from "../../rollups/PeopleBits.ts";
import { visitPeopleBlock } from "../../rollups/peopleBlock.ts";
import { addPeople, peopleInChunk } from "../../rollups/peopleSet.ts";
import { type RollUpDimension, rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import type { Facet, StoreRow } from "../../StoreRow.ts";
import { facetColumns, facetOf } from "../facetOf.ts";
import { outcomes } from "../outcomes.ts";
import { erasedPeople } from "../PostgresErasures.ts";
import type { Runner } from "../PostgresConnections.ts";
import { completionOfKey } from "./FacetTable.ts";
import type { Block, BlockTable } from "./RollUpBlocks.ts";

/** Facets by number. */
export type Facets = ReadonlyMap<number, Facet>;

/** Reads all facets. */
export async function readFacets(snapshot: Runner): Promise<Facets> {
  const rows = await snapshot.rows<Facet & { id: number }>(`SELECT id, ${facetColumns} FROM facet`);
  return new Map(rows.map((row) => [row.id, facetOf(row)]));
}

/** Gives the counts of every day, in a transaction of the caller. @param open What is not in the roll-ups. */
export async function* dumpCounts(
  snapshot: Runner,
  facets: Facets,
  open: PendingCounts,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  for await (const { day, keys } of readDays(snapshot, "facet", openFacets(open))) {
    yield [...keys].flatMap(([id, { executions, synthetic }]): readonly StoreRow[] => {
      const facet = facets.get(id);
      const isCounted = executions + synthetic > 0;
      return facet && isCounted ? [{ type: "count", day, facet, executions, synthetic }] : [];
    });
  }
  for await (const { day, keys } of readDays(snapshot, "facetCompletion", openCompletions(open))) {
    yield [...keys].flatMap(([key, { executions }]): readonly StoreRow[] => {
      const { facet: id, outcome, step } = completionOfKey(key);
      const facet = facets.get(id);
      if (facet === undefined) return [];
      return [
        {
          type: "completion",
          day,
          facet,
          outcome: outcomes[outcome] ?? "succeeded",
          ...(step >= 0 && { step }),
          count: executions,
        },
      ];
    });
  }
}

/** Gives who did what on which day, each once, in a transaction of the caller. */
export async function* dumpPeople(
  snapshot: Runner,
  facets: Facets,
  open: PendingCounts,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  const rows = await snapshot.rows<{ id: number; name: string }>(
    `SELECT id, anonymized_user_id AS name FROM person WHERE id NOT IN (${erasedPeople})`,
  );
  const nameById = new Map(rows.map(({ id, name }) => [id, name]));
  const openByDay = Map.groupBy(open.facets, ({ day }) => day);
  for (const day of await readDayNumbers(snapshot, "people_block", "facet", openByDay.keys())) {
    const people = new Map<number, PeopleBits>();
    const at = (facet: number) => bitsAt(people, facet);
    for (const { chunk, data } of await readDay(snapshot, "people_block", "facet", day)) {
      visitPeopleBlock(data, (key, start, end) =>
        addPeople(at(key), data, chunk * peopleInChunk, start, end),
      );
    }
    for (const { facet, people: some } of openByDay.get(day) ?? []) {
      for (const person of some) at(facet).add(person);
    }
    for (const [id, bits] of people) {
      const facet = facets.get(id);
      if (facet === undefined) continue;
      const names = [...bits.numbers()].flatMap((person) => nameById.get(person) ?? []);
      yield names.map((anonymizedUserId) => ({ type: "person", day, facet, anonymizedUserId }));
    }
  }
}

interface DayKeys {
  readonly executions: number;
  readonly synthetic: number;
}

interface OpenKey extends DayKeys {
  readonly day: number;
  readonly key: number;
}

function openFacets(open: PendingCounts): readonly OpenKey[] {
  return [...open.facets].map(({ facet: key, ...counts }) => ({ ...counts, key }));
}

function openCompletions(open: PendingCounts): readonly OpenKey[] {
  return [...open.completions].map(({ day, key, count }) => ({
    day,
    key,
    executions: count,
    synthetic: 0,
  }));
}

/** What was counted of every key on every day. */
async function* readDays(snapshot: Runner, dimension: RollUpDimension, open: readonly OpenKey[]) {
  const openByDay = Map.groupBy(open, ({ day }) => day);
  for (const day of await readDayNumbers(snapshot, "count_block", dimension, openByDay.keys())) {
    const keys = new Map<number, DayKeys>();
    const add = (key: number, executions: number, synthetic: number) => {
      const known = keys.get(key) ?? { executions: 0, synthetic: 0 };
      keys.set(key, {
        executions: known.executions + executions,
        synthetic: known.synthetic + synthetic,
      });
    };
    for (const { data } of await readDay(snapshot, "count_block", dimension, day)) {
      visitCountBlock(data, add);
    }
    for (const { key, executions, synthetic } of openByDay.get(day) ?? []) {
      add(key, executions, synthetic);
    }
    yield { day, keys };
  }
}

/** The days of which there is something, in order. */
async function readDayNumbers(
  snapshot: Runner,
  table: BlockTable,
  dimension: RollUpDimension,
  open: Iterable<number>,
): Promise<readonly number[]> {
  const rows = await snapshot.rows<{ bucket: number }>(
    `SELECT DISTINCT bucket FROM ${table} WHERE dimension = $1 AND unit = 0`,
    [rollUpDimensions.indexOf(dimension)],
  );
  const days = new Set([...rows.map(({ bucket }) => bucket), ...open]);
  return [...days].sort((a, b) => a - b);
}

function readDay(
  snapshot: Runner,
  table: BlockTable,
  dimension: RollUpDimension,
  day: number,
): Promise<readonly Pick<Block, "chunk" | "data">[]> {
  const chunk = table === "people_block" ? "chunk" : "0 AS chunk";
  return snapshot.rows(
    `SELECT ${chunk}, data FROM ${table} WHERE dimension = $1 AND unit = 0 AND bucket = $2`,
    [rollUpDimensions.indexOf(dimension), day],
  );
}
