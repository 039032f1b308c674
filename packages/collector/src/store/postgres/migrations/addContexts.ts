import { visitCountBlock } from "../../rollups/countBlock.ts";
import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { decodePeopleBlock } from "../../rollups/peopleBlock.ts";
import { decodePeople, peopleInChunk } from "../../rollups/peopleSet.ts";
import { rollUpDimensions } from "../../rollups/RollUpDimension.ts";
import { rollUpUnits } from "../../rollups/RollUpSpan.ts";
import type { Runner } from "../PostgresConnections.ts";
import { type RollUpPart, addToRollUps, nextGeneration } from "../rollups/addToRollUps.ts";

/** How many days are counted at once: the more, the fewer rows of weeks and months are written again. */
const step = 14;

const facet = rollUpDimensions.indexOf("facet");

const parts: readonly RollUpPart[] = [
  { dimension: "context", counts: rollUpUnits, people: rollUpUnits },
  { dimension: "facet", counts: ["week", "month"], people: [] },
];

/** From version 4 to 5: counts by all dimensions but the name, and by all of them for weeks and months, from those of days. */
export async function addContexts(runner: Runner): Promise<void> {
  // What came from an even older version has been counted like this already.
  const context = rollUpDimensions.indexOf("context");
  await runner.run("DELETE FROM count_block WHERE dimension = $1 OR dimension = $2 AND unit > 0", [
    context,
    facet,
  ]);
  await runner.run("DELETE FROM people_block WHERE dimension = $1", [context]);
  const days = await runner.rows<{ bucket: number }>(
    `SELECT bucket FROM count_block WHERE dimension = $1 AND unit = 0
     UNION SELECT bucket FROM people_block WHERE dimension = $1 AND unit = 0 ORDER BY bucket`,
    [facet],
  );
  for (let start = 0; start < days.length; start += step) {
    const some = days.slice(start, start + step).map(({ bucket }) => bucket);
    await addToRollUps(runner, await readDays(runner, some), parts);
  }
  await runner.run(nextGeneration);
}

/** What was counted by all dimensions on some days. */
async function readDays(runner: Runner, days: readonly number[]): Promise<PendingCounts> {
  const counts = new PendingCounts();
  const where = "WHERE dimension = $1 AND unit = 0 AND bucket = ANY ($2::integer[])";
  const counted = await runner.rows<{ bucket: number; data: Buffer }>(
    `SELECT bucket, data FROM count_block ${where}`,
    [facet, days],
  );
  for (const { bucket, data } of counted) {
    visitCountBlock(data, (key, executions, synthetic) =>
      counts.addCounts(bucket, key, executions, synthetic),
    );
  }
  const met = await runner.rows<{ bucket: number; chunk: number; data: Buffer }>(
    `SELECT bucket, chunk, data FROM people_block ${where}`,
    [facet, days],
  );
  for (const { bucket, chunk, data } of met) {
    for (const [key, set] of decodePeopleBlock(data)) {
      for (const person of decodePeople(set)) {
        counts.addPerson(bucket, key, chunk * peopleInChunk + person);
      }
    }
  }
  return counts;
}
