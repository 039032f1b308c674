import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyStore } from "../../migrate-store/copyStore.ts";
import { testNow } from "../../testing/batches.ts";
import { openTestStore } from "../../testing/clickhouse/openTestStore.ts";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { seedStore } from "../../testing/seedStore.ts";
import { openSqliteStore } from "../sqlite/openSqliteStore.ts";
import type { StoreRow } from "../StoreRow.ts";
import { describeEventStore } from "../../testing/conformance/describeEventStore.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";

/** What only a hanging test needs. */
const patience = { timeout: 900_000 };
const people = Array.from({ length: 20 }, (_, n) => `user-${n}`);

let servers: readonly [ClickHouseServer, ClickHouseServer];
beforeAll(async () => {
  servers = await Promise.all([startClickHouse(), startClickHouse()]);
}, patience.timeout);
afterAll(() => Promise.all((servers ?? []).map((server) => server.remove())));

const isAsked = process.env["CLICKHOUSE_SHARDS"] === "all";
const note = isAsked ? "" : " (skipped: takes minutes; CLICKHOUSE_SHARDS=all runs it)";

describe.skipIf(!isAsked)(`The whole suite${note}`, () => {
  describeEventStore("ClickHouse on two shards", () => openTestStore(servers), patience);
});

describe("Two shards", () => {
  it("count together what each of them knows", patience, async () => {
    const store = await openTestStore(servers);
    const stored = people.map((anonymizedUserId, n) =>
      store.append(delivery([record(1), record(2, { name: `b.${n % 2}` })], { anonymizedUserId })),
    );
    await Promise.all(stored);
    expect(await store.totals(actions)).toMatchObject({ executions: 40, users: 20, names: 3 });
    expect(await store.breakdown(actions, "name")).toEqual([
      { key: "a.run", executions: 20, users: 20 },
      { key: "b.0", executions: 10, users: 10 },
      { key: "b.1", executions: 10, users: 10 },
    ]);
    expect(await store.size()).toMatchObject({ event: 40, count: 3, person: 40 });
    const pages = [];
    for (let after: string | undefined, isLast = false; !isLast;) {
      const page = await store.scan({ limit: 7, after });
      pages.push(...page.events);
      ({ end: after, isLast } = page);
    }
    expect(new Set(pages.map(({ anonymizedUserId, id }) => anonymizedUserId + id)).size).toBe(40);
    expect(pages).toHaveLength(40);
    await store.close();
  });

  it(
    "count nothing again that any of them has counted, when their own copy is loaded",
    patience,
    async () => {
      const store = await openTestStore(servers);
      const stored = people.map((anonymizedUserId, n) =>
        store.append(delivery([record(1, { name: `only.${n}` })], { anonymizedUserId })),
      );
      await Promise.all(stored);
      const before = await store.totals(actions);
      const rows: StoreRow[] = [];
      for await (const some of store.dump()) rows.push(...some);
      await store.load(rows);
      expect(before).toMatchObject({ executions: 20, users: 20 });
      expect(await store.totals(actions)).toEqual(before);
      await store.close();
    },
  );

  it("take a copy of another store, and give it back as it was", patience, async () => {
    const [first, last] = [openSqliteStore(":memory:"), openSqliteStore(":memory:")];
    const middle = await openTestStore(servers);
    await seedStore(first, { now: testNow, days: 20, visits: 6 });
    await first.erase("user-1");
    const there = await copyStore({ from: first, to: middle, source: "there" });
    expect(there).toMatchObject({ ok: true });
    expect(await copyStore({ from: middle, to: last, source: "back" })).toEqual(there);
    await Promise.all([first.close(), middle.close(), last.close()]);
  });

  it("go on with half of the people while one is down, and lose nothing", patience, async () => {
    const store = await openTestStore(servers);
    const acknowledged: string[] = [];
    const send = (first: number) =>
      Promise.allSettled(
        people.map(async (anonymizedUserId) => {
          const events = Array.from({ length: 10 }, (_, n) => record(first + n));
          await store.append(delivery(events, { anonymizedUserId }));
          acknowledged.push(...events.map(({ id }) => `${anonymizedUserId} ${id}`));
        }),
      );
    const refused = (results: readonly PromiseSettledResult<void>[]) =>
      results.filter(({ status }) => status === "rejected").length;
    expect(refused(await send(0))).toBe(0);
    const inTheMiddle = send(10);
    await servers[1].kill();
    await inTheMiddle;
    const whileDown = refused(await send(20));
    expect(whileDown).toBeGreaterThan(0);
    expect(whileDown).toBeLessThan(people.length);
    await expect(store.totals(actions)).rejects.toThrow(/ECONNREFUSED/u);
    await expect(store.check()).rejects.toThrow(/ECONNREFUSED/u);
    await servers[1].start();
    // A client that was refused sends the same again, as do those that were not sure.
    expect(refused(await send(10))).toBe(0);
    expect(refused(await send(20))).toBe(0);
    const { events } = await store.scan({ limit: 10_000 });
    const stored = new Set(events.map(({ anonymizedUserId, id }) => `${anonymizedUserId} ${id}`));
    expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
    expect(events).toHaveLength(30 * people.length);
    expect(await store.totals(actions)).toMatchObject({
      executions: 30 * people.length,
      users: 20,
    });
    await store.close();
  });
});
