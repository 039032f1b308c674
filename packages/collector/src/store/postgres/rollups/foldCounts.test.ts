import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../../testing/batches.ts";
import { lacksPostgres, postgresNote } from "../../../testing/findPostgres.ts";
import { usePostgres } from "../../../testing/usePostgres.ts";
import { type BucketUnit, bucketOf, dayMs } from "../../../time/calendar.ts";
import { delivery, record } from "../../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../../EventStore.ts";
import type { Selection } from "../../Selection.ts";
import { addContexts } from "../migrations/addContexts.ts";
import { openPostgresStore } from "../openPostgresStore.ts";
import { parsePostgresURL } from "../parsePostgresURL.ts";
import { PostgresConnections } from "../PostgresConnections.ts";

const units: readonly BucketUnit[] = ["day", "week", "month"];
const before = testNow - 1000 * dayMs;

/** Everything that counts. */
async function countsOf(store: EventStore): Promise<unknown> {
  const selections = units.flatMap((unit) =>
    [{}, { name: "action.1" }, { surface: "palette", platform: "web" }].map((filter): Selection => {
      const last = bucketOf(unit, testNow);
      return { period: { unit, first: last - 50, last }, kind: "action", filter };
    }),
  );
  return Promise.all(
    selections.map(async (selection) => ({
      totals: await store.totals(selection),
      series: await store.series(selection),
      names: await store.breakdown(selection, "name"),
      surfaces: await store.breakdown(selection, "surface"),
      some: await store.usersOf(selection, "name", ["action.1", "action.2"]),
      one: await store.usersOf(selection, "platform", ["web"]),
      byName: await store.seriesBy(selection, "name"),
      bySurface: await store.surfacesByName(selection),
      completions: await store.completions(selection),
      every: await store.names(),
    })),
  );
}

async function fill(store: EventStore, first: number): Promise<void> {
  for (let user = 0; user < 30; user += 1) {
    const events = Array.from({ length: 40 }, (_, n) =>
      record(first + user * 100 + n, {
        name: `action.${(user * n) % 5}`,
        surface: n % 3 === 0 ? "palette" : "toolbar",
        occurredAt: testNow - ((user + n * n) % 70) * dayMs,
        trusted: n % 11 !== 0,
        ...(n % 7 === 6 && { of: testEventId(first), outcome: "failed", durationMs: n }),
      }),
    );
    const platform = user % 2 === 0 ? "web" : "chrome-extension";
    await store.append(delivery(events, { anonymizedUserId: `user-${user}`, platform }));
  }
}

describe.skipIf(lacksPostgres)(`Roll-ups${postgresNote}`, () => {
  const server = usePostgres();

  it("take what has been counted, and every count stays, whatever comes later", async () => {
    const url = await server().createSchema();
    const schema = /test_\d+/u.exec(url)?.[0] ?? "";
    const [store, plain] = [
      await openPostgresStore(url),
      await openPostgresStore(await server().createSchema()),
    ];
    const rowsLeft = async () =>
      (await server().query(`SELECT FROM ${schema}.pending_count`)).length;
    await fill(store, 0);
    await fill(plain, 0);
    expect(await rowsLeft()).toBeGreaterThan(0);
    const counts = await countsOf(store);
    await store.prune(before);
    expect(await rowsLeft()).toBe(0);
    expect(await countsOf(store)).toEqual(counts);
    expect(await countsOf(store)).toEqual(await countsOf(plain));
    expect(await store.size()).toEqual(await plain.size());

    // The same people again, and others, also on days that are over.
    await fill(store, 100_000);
    await fill(plain, 100_000);
    const late = [record(900_000, { occurredAt: testNow - 40 * dayMs })];
    for (const each of [store, plain]) {
      await each.append(delivery(late, { anonymizedUserId: "user-late" }));
    }
    expect(await countsOf(store)).toEqual(await countsOf(plain));
    await store.prune(before);
    expect(await countsOf(store)).toEqual(await countsOf(plain));

    for (const each of [store, plain]) await each.erase("user-7");
    expect(await countsOf(store)).toEqual(await countsOf(plain));
    expect(await store.size()).toEqual(await plain.size());

    const copy = await openPostgresStore(await server().createSchema());
    for await (const rows of store.dump()) await copy.load(rows);
    expect(await countsOf(copy)).toEqual(await countsOf(plain));
    await Promise.all([store.close(), plain.close(), copy.close()]);
  });

  it("are completed by an upgrade where they lack what is counted by all dimensions but the name", async () => {
    const url = await server().createSchema();
    const schema = /test_\d+/u.exec(url)?.[0] ?? "";
    const store = await openPostgresStore(url);
    await fill(store, 0);
    await store.prune(before);
    const counts = await countsOf(store);
    const size = await store.size();
    await store.close();
    const blocks = () =>
      server().query(
        `SELECT dimension, unit, bucket, data::text FROM ${schema}.count_block UNION ALL
         SELECT dimension, unit, bucket, data::text FROM ${schema}.people_block ORDER BY 1, 2, 3, 4`,
      );
    const complete = await blocks();
    const address = parsePostgresURL(url);
    if (!address.ok) throw new Error(address.error);
    const connections = new PostgresConnections(address.value);
    // As version 4 has left it; some of a block is worse than none.
    const [context, facet] = [10, 7];
    await server().query(
      `DELETE FROM ${schema}.count_block WHERE dimension = ${context} OR dimension = ${facet} AND unit > 0`,
    );
    await server().query(
      `DELETE FROM ${schema}.people_block WHERE dimension = ${context} AND unit < 2`,
    );
    expect((await blocks()).length).toBeLessThan(complete.length);
    await connections.transact("upkeep", addContexts);
    await connections.close();
    const upgraded = await openPostgresStore(url);
    expect(await blocks()).toEqual(complete);
    expect(await countsOf(upgraded)).toEqual(counts);
    expect(await upgraded.size()).toEqual(size);
    await upgraded.close();
  });

  it("take it by themselves while much is stored", async () => {
    const url = await server().createSchema();
    const schema = /test_\d+/u.exec(url)?.[0] ?? "";
    const store = await openPostgresStore(url);
    const events = (first: number) =>
      Array.from({ length: 5000 }, (_, n) =>
        record(first + n, { occurredAt: testNow - (n % 2) * dayMs }),
      );
    for (let n = 0; n < 20; n += 1) await store.append(delivery(events(n * 5000)));
    // Closing waits for what is under way.
    await store.close();
    expect(await server().query(`SELECT FROM ${schema}.pending_count`)).toEqual([]);
    const again = await openPostgresStore(url);
    const last = bucketOf("day", testNow);
    const period = { unit: "day", first: last - 1, last } as const;
    expect(await again.totals({ period, kind: "action" })).toMatchObject({
      executions: 100_000,
      users: 1,
    });
    await again.close();
  });

  it("agree with what is asked while others store and fold", async () => {
    const url = await server().createSchema();
    const [one, other] = [await openPostgresStore(url), await openPostgresStore(url)];
    const last = bucketOf("day", testNow);
    const selection = { period: { unit: "day", first: last, last }, kind: "action" } as const;
    for (let round = 1; round <= 10; round += 1) {
      const events = Array.from({ length: 20 }, (_, n) => record(round * 100 + n));
      await one.append(delivery(events, { anonymizedUserId: `user-${round}` }));
      const [totals, , series] = await Promise.all([
        other.totals(selection),
        round % 2 === 0 ? one.prune(before) : undefined,
        one.series(selection),
      ]);
      const counted = { executions: round * 20, users: round };
      expect(totals).toMatchObject(counted);
      expect(series).toEqual([{ bucket: last, ...counted }]);
    }
    await Promise.all([one.close(), other.close()]);
  });
});
