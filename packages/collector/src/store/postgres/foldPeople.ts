import { bucketOf, bucketStart } from "../../time/calendar.ts";
import { nobody, peopleInChunk, unitePeople } from "../rollups/peopleSet.ts";
import { rollUpUnits } from "../rollups/RollUpSpan.ts";
import { byteaArray, integerArray, smallintArray } from "./binaryArrays.ts";
import {
  type PeopleDimension,
  type PeoplePlace,
  facetKeysQuery,
  peopleDimensions,
} from "./peoplePlaces.ts";
import type { PostgresConnections, Runner } from "./PostgresConnections.ts";

/** Rows that are moved in one transaction: few enough that nobody else has to wait for long meanwhile. */
const step = 25_000;

/** Held while sets are read and written again, so that nothing is lost between the two. */
export const lockPeopleSets = "SELECT pg_advisory_xact_lock(hashtext('action-telemetry'), 2)";

/** The key of each facet, by dimension. */
type FacetKeys = Readonly<Record<PeopleDimension, number>>;

interface GroupRow {
  readonly day: number;
  readonly facet: number;
  readonly people: readonly number[];
}

/**
 * Moves who did what on which day, of all days but the last, from rows into sets: of those a year takes less space and
 * time than a day of rows.
 */
export async function foldPeople(connections: PostgresConnections): Promise<void> {
  while ((await connections.transact("upkeep", foldSome)) === step);
}

/** Resolves to how many rows were moved. */
async function foldSome(runner: Runner): Promise<number> {
  await runner.run(lockPeopleSets);
  const groups = await runner.rows<GroupRow>(
    `WITH taken AS (
       DELETE FROM day_person WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM day_person WHERE day < (SELECT max(day) FROM day_count)
         ORDER BY day LIMIT ${step}))
       RETURNING day, facet, person)
     SELECT day, facet, array_agg(person) AS people FROM taken GROUP BY day, facet`,
  );
  if (groups.length === 0) return 0;
  const keys = new Map(
    (await runner.rows<FacetKeys>(facetKeysQuery)).map((facet) => [facet.facet, facet]),
  );
  await addToSets(runner, peopleByPlace(groups, keys));
  return groups.reduce((sum, { people }) => sum + people.length, 0);
}

/** Everybody who has to be added to a set. */
interface Addition {
  readonly place: PeoplePlace;
  readonly people: number[];
}

function peopleByPlace(
  groups: readonly GroupRow[],
  keysByFacet: ReadonlyMap<number, FacetKeys>,
): readonly Addition[] {
  const additions = new Map<string, Addition>();
  const add = (place: PeoplePlace, people: readonly number[]) => {
    const id = Object.values(place).join(" ");
    const addition = additions.get(id);
    if (addition === undefined) additions.set(id, { place, people: [...people] });
    else for (const person of people) addition.people.push(person);
  };
  for (const { day, facet, people } of groups) {
    const time = bucketStart("day", day);
    for (const [chunk, members] of splitIntoChunks(people)) {
      for (const [unit, name] of rollUpUnits.entries()) {
        for (const [dimension, by] of peopleDimensions.entries()) {
          const key = keysByFacet.get(facet)?.[by] ?? facet;
          add({ unit, dimension, bucket: bucketOf(name, time), key, chunk }, members);
        }
      }
    }
  }
  return [...additions.values()];
}

function splitIntoChunks(people: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const chunks = new Map<number, number[]>();
  for (const person of people) {
    const chunk = Math.floor(person / peopleInChunk);
    const members = chunks.get(chunk) ?? [];
    if (members.length === 0) chunks.set(chunk, members);
    members.push(person % peopleInChunk);
  }
  return chunks;
}

async function addToSets(runner: Runner, additions: readonly Addition[]): Promise<void> {
  const places = encodePlaces(additions.map(({ place }) => place));
  const known = await runner.rows<{ n: number; people: Buffer }>(
    `SELECT n, people FROM unnest(${placeArrays}) WITH ORDINALITY AS given (${placeColumns}, n)
     JOIN people_set USING (${placeColumns})`,
    places,
  );
  const sets = new Map(known.map(({ n, people }) => [n, people]));
  const united = additions.map(({ people }, index) => {
    const ascending = Int32Array.from(new Set(people)).sort();
    return unitePeople(sets.get(index + 1) ?? nobody, ascending);
  });
  await runner.run(
    `INSERT INTO people_set (${placeColumns}, people)
     SELECT * FROM unnest(${placeArrays}, $6::bytea[])
     ON CONFLICT (${placeColumns}) DO UPDATE SET people = excluded.people`,
    [...places, byteaArray(united)],
  );
}

const placeColumns = "unit, dimension, bucket, key, chunk";

const placeArrays = "$1::smallint[], $2::smallint[], $3::integer[], $4::integer[], $5::smallint[]";

function encodePlaces(places: readonly PeoplePlace[]): readonly unknown[] {
  return [
    smallintArray(places.map(({ unit }) => unit)),
    smallintArray(places.map(({ dimension }) => dimension)),
    integerArray(places.map(({ bucket }) => bucket)),
    integerArray(places.map(({ key }) => key)),
    smallintArray(places.map(({ chunk }) => chunk)),
  ];
}
