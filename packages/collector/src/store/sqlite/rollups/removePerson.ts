import type { DatabaseSync } from "node:sqlite";
import { peopleInChunk, withoutPerson } from "../../rollups/peopleSet.ts";
import { takeTurns } from "../takeTurns.ts";
import { transact } from "../transact.ts";
import { decodePeopleBlock, encodePeopleBlock } from "../../rollups/peopleBlock.ts";
import { placeWithin } from "./place.ts";

/** Rows looked at in one transaction, so that an erasure never holds up ingestion for long. */
const step = 500;

/** Removes a person from all sets of people, some rows at a time. */
export async function removePerson(database: DatabaseSync, person: number): Promise<void> {
  const chunk = Math.floor(person / peopleInChunk);
  const find = database.prepare(
    `SELECT place, data FROM people_block WHERE place > ? ORDER BY place LIMIT ${step}`,
  );
  const replace = database.prepare("UPDATE people_block SET data = ? WHERE place = ?");
  let after = -1;
  for (;;) {
    const rows = transact(database, () => {
      const found = find.all(after);
      for (const row of found) {
        const place = Number(row["place"]);
        if (placeWithin(place).chunk !== chunk) continue;
        const data = blockWithout(row["data"] as Uint8Array, person % peopleInChunk);
        if (data !== undefined) replace.run(data, place);
      }
      return found;
    });
    if (rows.length < step) return;
    after = Number(rows.at(-1)?.["place"]);
    await takeTurns();
  }
}

/** A row without a person, if they were in it. */
function blockWithout(data: Uint8Array, person: number): Uint8Array | undefined {
  const block = decodePeopleBlock(data);
  let isChanged = false;
  for (const [key, set] of block) {
    const others = withoutPerson(set, person);
    if (others === set) continue;
    block.set(key, others);
    isChanged = true;
  }
  return isChanged ? encodePeopleBlock(block) : undefined;
}
