import { peopleInChunk, withoutPerson } from "../rollups/peopleSet.ts";
import { lockPeopleSets } from "./foldPeople.ts";
import type { PeoplePlace } from "./peoplePlaces.ts";
import type { Runner } from "./PostgresConnections.ts";

/** Sets that are read at once. */
const step = 5000;

type SetRow = PeoplePlace & { readonly people: Buffer };

/** Removes people from all sets, in a transaction of the caller. Every set of their chunks is read. */
export async function removeFromSets(runner: Runner, people: readonly number[]): Promise<void> {
  await runner.run(lockPeopleSets);
  const chunks = Map.groupBy(people, (person) => Math.floor(person / peopleInChunk));
  for (const [chunk, members] of chunks) {
    await runner.run(
      `DECLARE every_set NO SCROLL CURSOR FOR
       SELECT unit, dimension, bucket, key, chunk, people FROM people_set WHERE chunk = ${Number(chunk)}`,
    );
    for (;;) {
      const sets = await runner.rows<SetRow>(`FETCH ${step} FROM every_set`);
      if (sets.length === 0) break;
      for (const set of sets) await removeFromSet(runner, set, members);
    }
    await runner.run("CLOSE every_set");
  }
}

async function removeFromSet(
  runner: Runner,
  { people, ...place }: SetRow,
  members: readonly number[],
): Promise<void> {
  let rest: Uint8Array = people;
  for (const person of members) rest = withoutPerson(rest, person % peopleInChunk);
  if (rest === people) return;
  const where = "WHERE unit = $1 AND dimension = $2 AND bucket = $3 AND key = $4 AND chunk = $5";
  const { unit, dimension, bucket, key, chunk } = place;
  const values = [unit, dimension, bucket, key, chunk];
  if (rest.length === 0) await runner.run(`DELETE FROM people_set ${where}`, values);
  else await runner.run(`UPDATE people_set SET people = $6 ${where}`, [...values, rest]);
}
