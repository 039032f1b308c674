import { bucketOf, bucketStart } from "../../../time/calendar.ts";
import { addToCountBlock } from "../../rollups/countBlock.ts";
import type { PendingCounts } from "../../rollups/PendingCounts.ts";
import {
  type PeopleBlock,
  decodePeopleBlock,
  encodePeopleBlock,
} from "../../rollups/peopleBlock.ts";
import { nobody, unitePeople } from "../../rollups/peopleSet.ts";
import { type RollUpDimension, rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import { type RollUpUnit, rollUpUnits } from "../../rollups/RollUpSpan.ts";
import { byteaArray, integerArray, smallintArray } from "../binaryArrays.ts";
import type { Runner } from "../PostgresConnections.ts";
import {
  type Change,
  type ChangesByDay,
  changesOf,
  joinChanges,
  withoutPeople,
} from "./changes.ts";
import { readFacetKeys } from "./facetKeys.ts";

/** Held while roll-ups are read and written again, so that nothing is lost between the two. */
export const lockRollUps = "SELECT pg_advisory_xact_lock(hashtext('action-telemetry'), 2)";

/** Says that roll-ups, or what is not in them yet, are others: the last statement of a transaction, for who stores waits. */
export const nextGeneration = "UPDATE ledger SET generation = generation + 1";

/** What of the roll-ups of a dimension. */
export interface RollUpPart {
  readonly dimension: RollUpDimension;
  /** The units of counts, and those of people. */
  readonly counts: readonly RollUpUnit[];
  readonly people: readonly RollUpUnit[];
}

const onlyDays: readonly RollUpUnit[] = ["day"];

/** All that is kept. The people of all facets of a month would be as many as those of its days. */
const everyPart = rollUpDimensions.map((dimension): RollUpPart => ({
  dimension,
  counts: dimension === "facetCompletion" ? onlyDays : rollUpUnits,
  people: dimension === "facet" ? onlyDays : rollUpUnits,
}));

/**
 * Adds counts to roll-ups, in a transaction of the caller that holds `lockRollUps` and ends with `nextGeneration`.
 *
 * @param parts - @default all
 */
export async function addToRollUps(
  runner: Runner,
  counts: PendingCounts,
  parts: readonly RollUpPart[] = everyPart,
): Promise<void> {
  const keys = await readFacetKeys(runner);
  for (const { dimension, counts: units, people } of parts) {
    const byDay = changesOf(counts, dimension, keys);
    const [withPeople, others] = [
      placesOf(byDay, people),
      // To unite people is dear: not where they are not kept.
      placesOf(
        withoutPeople(byDay),
        units.filter((unit) => !people.includes(unit)),
      ),
    ];
    const isCountedIn = ({ unit }: Place) => units.includes(rollUpUnits[unit] ?? "day");
    await addCounts(runner, dimension, [...withPeople.filter(isCountedIn), ...others]);
    await addPeople(runner, dimension, withPeople);
  }
}

/** What one bucket of a dimension gets. */
interface Place {
  readonly unit: number;
  readonly bucket: number;
  readonly changes: ReadonlyMap<number, Change>;
}

function placesOf(byDay: ChangesByDay, units: readonly RollUpUnit[]): readonly Place[] {
  return units.flatMap((unit) =>
    [...Map.groupBy(byDay, ([day]) => bucketOf(unit, bucketStart("day", day)))].map(
      ([bucket, days]) => ({
        unit: rollUpUnits.indexOf(unit),
        bucket,
        changes: joinChanges(days.map(([, changes]) => changes)),
      }),
    ),
  );
}

async function addCounts(
  runner: Runner,
  dimension: RollUpDimension,
  all: readonly Place[],
): Promise<void> {
  // People that come without counts, from another store, must not look as if something had been counted.
  const places = all.filter(({ changes }) => [...changes.values()].some(isCounted));
  if (places.length === 0) return;
  const number = rollUpDimensions.indexOf(dimension);
  const units = smallintArray(places.map(({ unit }) => unit));
  const buckets = integerArray(places.map(({ bucket }) => bucket));
  const rows = await runner.rows<{ unit: number; bucket: number; data: Buffer }>(
    `SELECT unit, bucket, data FROM unnest($2::smallint[], $3::integer[]) AS given (unit, bucket)
     JOIN count_block USING (unit, bucket) WHERE dimension = $1`,
    [number, units, buckets],
  );
  const known = new Map(rows.map(({ unit, bucket, data }) => [`${unit} ${bucket}`, data]));
  const data = places.map(({ unit, bucket, changes }) => {
    const counted = [...changes].filter(([, change]) => isCounted(change));
    return addToCountBlock(
      known.get(`${unit} ${bucket}`),
      counted.sort(([a], [b]) => a - b),
    );
  });
  await runner.run(
    `INSERT INTO count_block (dimension, unit, bucket, data)
     SELECT $1::smallint, * FROM unnest($2::smallint[], $3::integer[], $4::bytea[])
     ON CONFLICT (dimension, unit, bucket) DO UPDATE SET data = excluded.data`,
    [number, units, buckets, byteaArray(data)],
  );
}

function isCounted({ executions, synthetic }: Change): boolean {
  return executions + synthetic > 0;
}

async function addPeople(
  runner: Runner,
  dimension: RollUpDimension,
  all: readonly Place[],
): Promise<void> {
  const places = all.flatMap(({ unit, bucket, changes }) =>
    [...chunksOf(changes)].map((chunk) => ({ unit, bucket, chunk, changes })),
  );
  if (places.length === 0) return;
  const values = [
    rollUpDimensions.indexOf(dimension),
    smallintArray(places.map(({ unit }) => unit)),
    integerArray(places.map(({ bucket }) => bucket)),
    smallintArray(places.map(({ chunk }) => chunk)),
  ];
  const rows = await runner.rows<{ n: number; data: Buffer }>(
    `SELECT n, data FROM unnest($2::smallint[], $3::integer[], $4::smallint[])
       WITH ORDINALITY AS given (unit, bucket, chunk, n)
     JOIN people_block USING (unit, bucket, chunk) WHERE dimension = $1`,
    values,
  );
  const known = new Map(rows.map(({ n, data }) => [n, data]));
  const data = places.map(({ chunk, changes }, index) => {
    const block: PeopleBlock = decodePeopleBlock(known.get(index + 1));
    for (const [key, { people }] of changes) {
      const some = people.get(chunk);
      if (some !== undefined) block.set(key, unitePeople(block.get(key) ?? nobody, some));
    }
    return encodePeopleBlock(block);
  });
  await runner.run(
    `INSERT INTO people_block (dimension, unit, bucket, chunk, data)
     SELECT $1::smallint, * FROM unnest($2::smallint[], $3::integer[], $4::smallint[], $5::bytea[])
     ON CONFLICT (dimension, unit, bucket, chunk) DO UPDATE SET data = excluded.data`,
    [...values, byteaArray(data)],
  );
}

function chunksOf(changes: ReadonlyMap<number, Change>): ReadonlySet<number> {
  const chunks = new Set<number>();
  for (const { people } of changes.values()) for (const chunk of people.keys()) chunks.add(chunk);
  return chunks;
}
