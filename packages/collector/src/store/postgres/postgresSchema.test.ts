import { beforeEach, afterEach, describe, expect, it } from "vitest";
import { testNow } from "../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../testing/findPostgres.ts";
import { usePostgres } from "../../testing/usePostgres.ts";
import { dayMs } from "../../time/calendar.ts";
import { encodePeople } from "../rollups/peopleSet.ts";
import { actions, delivery, record, today } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import type { SchemaUpgrade } from "../OpenOptions.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { openPostgresStore } from "./openPostgresStore.ts";
import { parsePostgresURL } from "./parsePostgresURL.ts";
import { PostgresConnections } from "./PostgresConnections.ts";
import {
  bigintArray,
  doubleArray,
  integerArray,
  smallintArray,
  textArray,
  uuidArray,
} from "./binaryArrays.ts";

/** An ID that was made at a moment. */
function idAt(time: number, n: number): string {
  const digits = time.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

describe.skipIf(lacksPostgres)(`The schema${postgresNote}`, () => {
  const server = usePostgres();
  let url: string;
  let connections: PostgresConnections;
  beforeEach(async () => {
    url = await server().createSchema();
    const address = parsePostgresURL(url);
    if (!address.ok) throw new Error(address.error);
    connections = new PostgresConnections(address.value);
  });
  afterEach(() => connections.close());

  const count = async (sql: string) =>
    (
      await connections.for("read").rows<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`)
    )[0]?.count;

  async function withStore(action: (store: EventStore) => Promise<void>): Promise<void> {
    const store = await openPostgresStore(url);
    try {
      await action(store);
    } finally {
      await store.close();
    }
  }

  it.each(migrations.map((_, version) => version + 1))(
    "is brought from version %i to the newest, and keeps what it holds",
    async (version) => {
      await migrate(connections, migrations.slice(0, version));
      await connections
        .for("upkeep")
        .run("INSERT INTO tally VALUES ($1, 'dropped', 'full', 7)", [today]);
      const upgrades: SchemaUpgrade[] = [];
      const opened = await openPostgresStore(url, { onUpgrade: (one) => upgrades.push(one) });
      await opened.close();
      const to = migrations.length;
      const upgrade = { from: version, to, milliseconds: expect.any(Number) as number };
      expect(upgrades).toEqual(version < to ? [upgrade] : []);
      await withStore(async (store) => {
        expect(await store.tallies({ unit: "day", first: today, last: today })).toEqual([
          { kind: "dropped", reason: "full", count: 7 },
        ]);
        await store.append(delivery([record(1)]));
        expect(await store.latest(1)).toHaveLength(1);
      });
    },
  );

  it("of version 1 gives its counts and people to the newest, whether they were in rows or sets", async () => {
    await migrate(connections, migrations.slice(0, 1));
    const run = (sql: string, values: readonly unknown[] = []) =>
      connections.for("upkeep").run(sql, values);
    await run(`INSERT INTO person (anonymized_user_id) VALUES ('user-1'), ('user-2'), ('user-3')`);
    await run(
      `INSERT INTO facet (kind, name, surface, "trigger", source, platform, has_arguments)
       VALUES ('action', 'a', 'toolbar', '', 'WEB', 'web', true), ('action', 'b', '', '', 'WEB', 'web', false)`,
    );
    const week = today - ((today + 3) % 7);
    await run(`INSERT INTO day_count VALUES ($1, 1, 5, 1), ($2, 1, 2, 0), ($2, 2, 3, 0)`, [
      week - 1,
      week,
    ]);
    await run("INSERT INTO day_person VALUES ($1, 1, 3), ($1, 2, 1)", [week]);
    // Of days that were over people were in sets, of all units and dimensions; those of days and facets tell all others.
    await run("INSERT INTO people_set VALUES (0, 0, $1, 1, 0, $2), (0, 1, $1, 1, 0, $2)", [
      week - 1,
      encodePeople([1, 2]),
    ]);
    await run("INSERT INTO day_completion VALUES ($1, 1, 0, 8, 4)", [week]);
    await withStore(async (store) => {
      const period = { unit: "day", first: week - 1, last: week } as const;
      const selection = { period, kind: "action" } as const;
      expect(await store.totals(selection)).toEqual({
        executions: 10,
        synthetic: 1,
        names: 2,
        users: 3,
      });
      expect(await store.series(selection)).toEqual([
        { bucket: week - 1, executions: 5, users: 2 },
        { bucket: week, executions: 5, users: 2 },
      ]);
      expect(await store.breakdown(selection, "name")).toEqual([
        { key: "a", executions: 7, users: 3 },
        { key: "b", executions: 3, users: 1 },
      ]);
      expect(await store.completions(selection)).toEqual([
        { name: "a", outcome: "succeeded", step: 8, count: 4 },
      ]);
      expect(await store.names()).toEqual([
        { name: "a", kind: "action", first: week - 1, last: week, hasArguments: true },
        { name: "b", kind: "action", first: week, last: week, hasArguments: false },
      ]);
      expect(await store.size()).toMatchObject({ count: 3, person: 4, completion: 1 });
    });
  });

  it("applies what is missing, in order, once, also when several start at once", async () => {
    await migrate(connections, ["CREATE TABLE a (x integer)"]);
    const both = ["CREATE TABLE a (x integer)", "ALTER TABLE a ADD COLUMN y integer"];
    await Promise.all([migrate(connections, both), migrate(connections, both)]);
    expect(await count("schema_version WHERE version = 2")).toBe(1);
    expect(await count("a WHERE y = 1")).toBe(0);
  });

  it("stays as it was when a migration fails", async () => {
    await migrate(connections, ["CREATE TABLE a (x integer)"]);
    const broken = ["", "CREATE TABLE b (x integer); CREATE TABLE nonsense"];
    await expect(migrate(connections, broken)).rejects.toThrow(/syntax/u);
    expect(await count("schema_version WHERE version = 1")).toBe(1);
    await expect(count("b")).rejects.toThrow(/does not exist/u);
  });

  it("of a newer version is refused, with what to do", async () => {
    await migrate(connections, [...migrations, ""]);
    await expect(openPostgresStore(url)).rejects.toThrow(
      new RegExp(`version ${migrations.length + 1}.*Run the newer collector`, "u"),
    );
  });

  it("commits to disk before it answers", async () => {
    for (const name of ["fsync", "synchronous_commit"]) {
      const [row] = await connections
        .for("append")
        .rows<{ setting: string }>("SELECT current_setting($1) AS setting", [name]);
      expect(row?.setting).toBe("on");
    }
  });

  it("never has more partitions than a ring of days, whatever time a client makes up", async () => {
    await withStore(async (store) => {
      const nonsense = Array.from({ length: 400 }, (_, n) => idAt(n * 977 * dayMs, n));
      const random = [
        "5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e71",
        "ffffffff-ffff-7fff-bfff-ffffffffffff",
      ];
      const events = [...nonsense, ...random].map((id, n) => record(n, { id }));
      const first = await store.append(delivery(events));
      expect(first).toEqual({ accepted: 402, duplicates: 0 });
      expect(await store.append(delivery(events.toReversed()))).toMatchObject({ accepted: 0 });
      expect(
        await count("pg_inherits WHERE inhparent = 'event_run'::regclass"),
      ).toBeLessThanOrEqual(129);
      expect((await store.scan({ limit: 1000 })).events.map(({ id }) => id)).toEqual(
        events.map(({ id }) => id),
      );
    });
  });

  it("gives the space of days that are over back at once, also where a little of them is left", async () => {
    await withStore(async (store) => {
      const days = [5, 4, 1];
      for (const [index, back] of days.entries()) {
        const receivedAt = testNow - back * dayMs;
        const events = Array.from({ length: 400 }, (_, n) =>
          record(n, { id: idAt(receivedAt, index * 1000 + n), occurredAt: receivedAt }),
        );
        await store.append(delivery(events, { receivedAt }));
      }
      // One that was made five days ago and arrived today: it stays, alone in its partition.
      const late = record(9000, { id: idAt(testNow - 5 * dayMs, 9000) });
      await store.append(delivery([late]));
      const bytes = () =>
        count(
          "generate_series(1, pg_total_relation_size('event_run_' || (SELECT min(slot) FROM event_span WHERE slot >= 0)))",
        );
      const before = await bytes();
      expect(await store.prune(testNow - 2 * dayMs)).toBe(800);
      expect(await bytes()).toBeLessThan(before ?? 0);
      expect((await store.scan({ limit: 1000 })).events).toHaveLength(401);
      expect((await store.latest(1))[0]?.id).toBe(late.id);
      expect(await store.append(delivery([late]))).toEqual({ accepted: 0, duplicates: 1 });
      expect((await store.totals(actions)).executions).toBe(1201);
      expect(await store.prune(testNow - 2 * dayMs)).toBe(0);
    });
  });

  it("deletes while somebody reads a partition", async () => {
    await withStore(async (store) => {
      await store.append(delivery([record(1)], { receivedAt: testNow - 3 * dayMs }));
      const snapshot = await connections.openSnapshot();
      await snapshot.rows("SELECT * FROM event_run");
      expect(await store.prune(testNow)).toBe(1);
      snapshot.end();
      expect(await store.latest(1)).toEqual([]);
    });
  });

  it("refuses a text with NUL, which PostgreSQL cannot hold, and costs its neighbours nothing", async () => {
    await withStore(async (store) => {
      const outcomes = await Promise.allSettled([
        store.append(delivery([record(1)])),
        store.append(delivery([record(2, { name: "a\u0000b" })])),
        store.append(delivery([record(3, { arguments: '{"a":"\u0000"}' })])),
        store.append(delivery([record(4)])),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "rejected",
        "fulfilled",
      ]);
      expect(await store.totals(actions)).toMatchObject({ executions: 2 });
    });
  });

  it("gets arrays as they were written", async () => {
    const numbers = [0, -1, 1, undefined, 32_767, -32_768];
    const large = [2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 32, -(2 ** 32), -1, undefined];
    const [row] = await connections.for("read").rows(
      `SELECT $1::smallint[] AS smallint, $2::integer[] AS integer, $3::bigint[]::text[] AS bigint,
              $4::double precision[] AS double, $5::uuid[]::text[] AS uuid, $6::text[] AS text,
              cardinality($7::integer[]) AS none`,
      [
        smallintArray(numbers),
        integerArray(numbers),
        bigintArray(large),
        doubleArray([0.1, -1e300, undefined]),
        uuidArray(["019aac4c-6a00-7000-8000-0123456789ab", undefined]),
        textArray(["", "ä🙂", 'a,"{}\\', undefined]),
        integerArray([]),
      ],
    );
    const nulled = (values: readonly unknown[]) => values.map((value) => value ?? null);
    expect(row).toEqual({
      smallint: nulled(numbers),
      integer: nulled(numbers),
      bigint: nulled(large.map((value) => value?.toString())),
      double: [0.1, -1e300, null],
      uuid: ["019aac4c-6a00-7000-8000-0123456789ab", null],
      text: ["", "ä🙂", 'a,"{}\\', null],
      none: 0,
    });
  });
});
