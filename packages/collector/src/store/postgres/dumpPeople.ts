import type { Facet, StoreRow } from "../StoreRow.ts";
import { PeopleBits } from "../rollups/PeopleBits.ts";
import { addPeople, peopleInChunk } from "../rollups/peopleSet.ts";
import { facetColumns, facetOf } from "./facetOf.ts";
import type { Runner } from "./PostgresConnections.ts";
import { erasedPeople } from "./PostgresErasures.ts";

/** Rows read at once. */
const step = 2000;

/** One set, or one person who is in none yet. */
type Row = Facet & {
  readonly day: number;
  readonly facet: number;
  readonly chunk: number | null;
  readonly people: Buffer | null;
  readonly person: number | null;
};

/** Sets of single facets on single days: unit and dimension are the first of their lists. */
const sql = `
  SELECT day, facet, chunk, people, person, ${facetColumns}
  FROM (SELECT bucket AS day, key AS facet, chunk, people, NULL::integer AS person
        FROM people_set WHERE unit = 0 AND dimension = 0
        UNION ALL
        SELECT day, facet, NULL, NULL, person FROM day_person) AS met
  JOIN facet ON facet.id = facet
  ORDER BY day, facet`;

/** Gives who did what on which day, each once, in a transaction of the caller. */
export async function* dumpPeople(
  snapshot: Runner,
): AsyncGenerator<readonly StoreRow[], void, undefined> {
  const rows = await snapshot.rows<{ id: number; name: string }>(
    `SELECT id, anonymized_user_id AS name FROM person WHERE id NOT IN (${erasedPeople})`,
  );
  const nameById = new Map(rows.map(({ id, name }) => [id, name]));
  for await (const { row, people } of readGroups(snapshot)) {
    const facet = facetOf(row);
    const some: StoreRow[] = [];
    for (const person of people.numbers()) {
      const anonymizedUserId = nameById.get(person);
      if (anonymizedUserId === undefined) continue;
      some.push({ type: "person", day: row.day, facet, anonymizedUserId });
    }
    yield some;
  }
}

/** Everybody of one facet and day. */
async function* readGroups(snapshot: Runner) {
  let group: { readonly row: Row; readonly people: PeopleBits } | undefined;
  await snapshot.run(`DECLARE met NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = await snapshot.rows<Row>(`FETCH ${step} FROM met`);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (group?.row.day !== row.day || group.row.facet !== row.facet) {
        if (group !== undefined) yield group;
        group = { row, people: new PeopleBits() };
      }
      const { chunk, people, person } = row;
      if (people !== null) addPeople(group.people, people, (chunk ?? 0) * peopleInChunk);
      if (person !== null) group.people.add(person);
    }
  }
  if (group !== undefined) yield group;
  await snapshot.run("CLOSE met");
}
