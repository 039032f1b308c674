import { decodeCountBlock } from "../../rollups/countBlock.ts";
import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { type RollUpDimension, rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import type { PostgresConnections, Runner } from "../PostgresConnections.ts";
import { addToRollUps, lockRollUps, nextGeneration } from "./addToRollUps.ts";
import { readOpen } from "./pendingCounts.ts";

/** Counts of another store, by numbers of this one. */
export interface LoadedCounts {
  readonly counts: readonly {
    readonly day: number;
    readonly facet: number;
    readonly executions: number;
    readonly synthetic: number;
  }[];
  readonly people: readonly {
    readonly day: number;
    readonly facet: number;
    readonly person: number;
  }[];
  readonly completions: readonly {
    readonly day: number;
    /** See `completionKey`. */
    readonly key: number;
    readonly count: number;
  }[];
}

/** Adds counts of another store to the roll-ups; those that are there already stand. */
export async function loadCounts(
  connections: PostgresConnections,
  { counts, people, completions }: LoadedCounts,
): Promise<void> {
  if (counts.length + people.length + completions.length === 0) return;
  await connections.transact("upkeep", async (runner) => {
    await runner.run(lockRollUps);
    const loaded = new PendingCounts();
    const facets = await readKnown(runner, "facet", counts);
    for (const { day, facet, executions, synthetic } of counts) {
      if (isNew(facets, day, facet)) loaded.addCounts(day, facet, executions, synthetic);
    }
    const ended = await readKnown(runner, "facetCompletion", completions);
    for (const { day, key, count } of completions) {
      if (isNew(ended, day, key)) loaded.addCompletions(day, key, count);
    }
    // Somebody may have been erased since their number was asked for.
    const kept = await runner.rows<{ id: number }>(
      "SELECT id FROM person WHERE id = ANY ($1::integer[])",
      [[...new Set(people.map(({ person }) => person))]],
    );
    const ids = new Set(kept.map(({ id }) => id));
    for (const { day, facet, person } of people) {
      if (ids.has(person)) loaded.addPerson(day, facet, person);
    }
    await addToRollUps(runner, loaded);
    await runner.run(nextGeneration);
  });
}

/** Keys that are counted, by day. */
type Known = Map<number, Set<number>>;

/** Whether a key is not counted yet; from now on it is. */
function isNew(known: Known, day: number, key: number): boolean {
  const keys = known.get(day) ?? new Set();
  known.set(day, keys);
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
}

async function readKnown(
  runner: Runner,
  dimension: RollUpDimension,
  rows: readonly { readonly day: number }[],
): Promise<Known> {
  const known: Known = new Map();
  if (rows.length === 0) return known;
  const blocks = await runner.rows<{ bucket: number; data: Buffer }>(
    `SELECT bucket, data FROM count_block
     WHERE dimension = $1 AND unit = 0 AND bucket = ANY ($2::integer[])`,
    [rollUpDimensions.indexOf(dimension), [...new Set(rows.map(({ day }) => day))]],
  );
  for (const { bucket, data } of blocks) {
    for (const key of decodeCountBlock(data).keys()) isNew(known, bucket, key);
  }
  const open = await readOpen(runner);
  for (const { day, facet } of dimension === "facet" ? open.facets : []) isNew(known, day, facet);
  for (const { day, key } of dimension === "facet" ? [] : open.completions) isNew(known, day, key);
  return known;
}
