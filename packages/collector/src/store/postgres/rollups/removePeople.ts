import {
  type PeopleBlock,
  decodePeopleBlock,
  encodePeopleBlock,
} from "../../rollups/peopleBlock.ts";
import { peopleInChunk, withoutPerson } from "../../rollups/peopleSet.ts";
import type { Runner } from "../PostgresConnections.ts";
import { lockRollUps, nextGeneration } from "./addToRollUps.ts";
import { erased } from "./pendingCounts.ts";

/** Blocks that are read at once. */
const step = 100;

interface BlockRow {
  readonly dimension: number;
  readonly unit: number;
  readonly bucket: number;
  readonly data: Buffer;
}

/** Removes people from all that is counted, in a transaction of the caller. Every block of their chunks is read. */
export async function removePeople(runner: Runner, people: readonly number[]): Promise<void> {
  await runner.run(lockRollUps);
  const chunks = Map.groupBy(people, (person) => Math.floor(person / peopleInChunk));
  for (const [chunk, members] of chunks) {
    await runner.run(
      `DECLARE every_block NO SCROLL CURSOR FOR
       SELECT dimension, unit, bucket, data FROM people_block WHERE chunk = ${Number(chunk)}`,
    );
    for (;;) {
      const blocks = await runner.rows<BlockRow>(`FETCH ${step} FROM every_block`);
      if (blocks.length === 0) break;
      for (const block of blocks) await removeFromBlock(runner, block, chunk, members);
    }
    await runner.run("CLOSE every_block");
  }
  for (const person of people) {
    await runner.run(
      `UPDATE pending_count SET people = array_replace(people, $1::integer, ${erased})
       WHERE $1::integer = ANY (people)`,
      [person],
    );
  }
  await runner.run(nextGeneration);
}

async function removeFromBlock(
  runner: Runner,
  { dimension, unit, bucket, data }: BlockRow,
  chunk: number,
  members: readonly number[],
): Promise<void> {
  const block = decodePeopleBlock(data);
  const rest: PeopleBlock = new Map();
  let isChanged = false;
  for (const [key, set] of block) {
    let others = set;
    for (const person of members) others = withoutPerson(others, person % peopleInChunk);
    if (others !== set) isChanged = true;
    rest.set(key, others);
  }
  if (!isChanged) return;
  const bytes = encodePeopleBlock(rest);
  const where = "WHERE dimension = $1 AND unit = $2 AND bucket = $3 AND chunk = $4";
  const place = [dimension, unit, bucket, chunk];
  if (bytes.length === 0) await runner.run(`DELETE FROM people_block ${where}`, place);
  else await runner.run(`UPDATE people_block SET data = $5 ${where}`, [...place, bytes]);
}
