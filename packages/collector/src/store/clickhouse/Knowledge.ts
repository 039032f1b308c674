import type { StoredEvent } from "../StoredEvent.ts";
import type { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { digestOf } from "../digestOf.ts";
import { type EventKey, completedKeyOf, executionsByKey, keyOf, keyText } from "./eventKeys.ts";
import { type Completed, type UnplacedRow, eventToRow } from "./LogRow.ts";
import { sqlTable, sqlTexts } from "./sqlText.ts";

interface Row extends EventKey {
  readonly type: "key" | "erased" | "now";
  readonly position: number;
}

/** What the database knows of some events before they are stored. */
export class Knowledge {
  /** The server's clock, in microseconds since 1970; not before what is in the sums, even if it was set back. */
  readonly now: number;
  readonly #known: Set<string>;
  readonly #completed: ReadonlyMap<string, Completed>;
  readonly #erased: ReadonlySet<string>;

  private constructor(
    rows: readonly Row[],
    completed: ReadonlyMap<string, Completed>,
    personByDigest: ReadonlyMap<string, string>,
  ) {
    this.now = rows.find(({ type }) => type === "now")?.position ?? 0;
    this.#known = new Set(rows.filter(({ type }) => type === "key").map(keyText));
    this.#completed = completed;
    const erased = rows.filter(({ type }) => type === "erased");
    this.#erased = new Set(erased.flatMap(({ person }) => personByDigest.get(person) ?? []));
  }

  /** Asks which events are stored, what completions complete, and whose events must not be stored. */
  static async of(
    connection: ClickHouseConnection,
    events: readonly StoredEvent[],
  ): Promise<Knowledge> {
    const completed = events.flatMap((event) => completedKeyOf(event) ?? []);
    const keys = [...events.map(keyOf), ...completed];
    const personByDigest = new Map(keys.map(({ person }) => [digestOf(person), person]));
    const table = sqlTable(
      "person String, id UUID",
      keys.map(({ person, id }) => [person, id]),
    );
    const rows = await connection.rows<Row>(
      `SELECT 'key' AS type, person, toString(id) AS id, position FROM log
       WHERE (person, id) IN (SELECT person, id FROM ${table})
       UNION ALL SELECT 'erased', digest, '', 0 FROM erasure
       WHERE digest IN ${sqlTexts([...personByDigest.keys()])}
       UNION ALL SELECT 'now', '', '', greatest(
         toUInt64(toUnixTimestamp64Micro(now64(6))),
         (SELECT max(position) FROM roll_up WHERE type = 'mark'))`,
      "append",
    );
    const stored = await readCompleted(connection, rows, completed);
    return new Knowledge(rows, new Map([...executionsByKey(events), ...stored]), personByDigest);
  }

  isErased(person: string): boolean {
    return this.#erased.has(person);
  }

  /** The row of an event that is to be stored; none if it is stored already, or made once. */
  rowOf(event: StoredEvent): UnplacedRow | undefined {
    const key = keyText(keyOf(event));
    if (this.#known.has(key)) return undefined;
    this.#known.add(key);
    const completed = completedKeyOf(event);
    return eventToRow(event, completed && this.#completed.get(keyText(completed)));
  }
}

async function readCompleted(
  connection: ClickHouseConnection,
  found: readonly Row[],
  completed: readonly EventKey[],
): Promise<ReadonlyMap<string, Completed>> {
  const wanted = new Set(completed.map(keyText));
  const positions = found.filter((row) => wanted.has(keyText(row))).map(({ position }) => position);
  if (positions.length === 0) return new Map();
  const rows = await connection.rows<EventKey & Completed>(
    `SELECT person, toString(id) AS id, kind, name, surface, \`trigger\`
     FROM log WHERE position IN (${positions.join(", ")})`,
    "append",
  );
  return new Map(rows.map(({ person, id, ...completed }) => [keyText({ person, id }), completed]));
}
