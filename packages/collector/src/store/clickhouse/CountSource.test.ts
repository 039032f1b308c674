import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testNow } from "../../testing/batches.ts";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { type Period, bucketOf, dayMs } from "../../time/calendar.ts";
import { actions, delivery, record, today, week } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import type { Selection } from "../Selection.ts";
import { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { ClickHouseReader } from "./ClickHouseReader.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";
import { parseClickHouseURL } from "./parseClickHouseURL.ts";
import type { StatementRunner } from "./StatementRunner.ts";

let server: ClickHouseServer;
let store: EventStore;
let connection: ClickHouseConnection;
beforeAll(async () => {
  server = await startClickHouse();
});
afterAll(() => server?.remove());
beforeEach(async () => {
  const url = await server.createDatabase();
  store = await openClickHouseStore(url);
  const addresses = parseClickHouseURL(url);
  if (!addresses.ok || addresses.value[0] === undefined) throw new Error("There is no address.");
  connection = await ClickHouseConnection.create(addresses.value[0]);
});
afterEach(() => Promise.all([store.close(), connection.close()]));

/** Passes statements on; `before` is called with each. */
function watch(before: (sql: string) => unknown): StatementRunner {
  return {
    async rows<Row>(sql: string) {
      await before(sql);
      return connection.rows<Row>(sql);
    },
  };
}

const isLook = (sql: string) => sql.includes("system.parts");
const isOfEvents = (sql: string) => /\blog\b/u.test(sql);
const isOfMarks = (sql: string) => !isOfEvents(sql) && sql.includes("'mark'");
const isOfSums = (sql: string) => !isLook(sql) && !isOfEvents(sql) && !isOfMarks(sql);

/** Some people on some days: the first half of it is in the sums, and of the second half some is the same. */
async function fill(): Promise<void> {
  const done = { outcome: "succeeded", durationMs: 5 } as const;
  const send = (n: number, user: number, changes: Parameters<typeof record>[1]) =>
    store.append(
      delivery([record(n, changes), record(n + 1000, { ...done, of: record(n).id })], {
        anonymizedUserId: `user-${user}`,
        source: user % 2 === 0 ? "WEB" : "CODEHOSTINTEGRATION",
        tallies: [{ kind: "dropped", reason: "queue-full", count: 1 }],
      }),
    );
  const sendSome = (first: number) =>
    Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const n = first + index;
        return send(n, n % 5, {
          name: `action.${n % 3}`,
          surface: n % 4 === 0 ? "palette" : "toolbar",
          trusted: n % 11 !== 0,
          occurredAt: testNow - (n % 7) * dayMs,
          ...(n % 6 === 0 && { arguments: "{}" }),
        });
      }),
    );
  await sendSome(0);
  await store.size();
  await sendSome(12);
}

const thisWeek = bucketOf("week", testNow);
const selections: readonly Selection[] = [
  actions,
  {
    kind: "action",
    period: { unit: "week", first: thisWeek - 1, last: thisWeek },
    filter: { name: "action.1", source: "WEB" },
  },
  { ...actions, filter: { platform: "web", source: "CODEHOSTINTEGRATION" } },
  { ...actions, filter: { surface: "toolbar" } },
  { kind: "action", period: { unit: "hour", first: (today - 1) * 24, last: today * 24 + 23 } },
];

async function ask(
  reader: ClickHouseReader,
  asked: readonly Selection[] = selections,
): Promise<readonly unknown[]> {
  const answers: unknown[] = [await reader.names(), await reader.tallies(week)];
  for (const selection of asked) {
    answers.push(
      await Promise.all([
        reader.totals(selection),
        reader.series(selection),
        reader.seriesBy(selection, "name"),
        reader.breakdown(selection, "surface"),
        reader.usersOf(selection, "name", ["action.0", "action.1"]),
        reader.surfacesByName(selection),
        reader.completions(selection),
      ]),
    );
  }
  return answers;
}

describe("Questions to ClickHouse", () => {
  it("are answered alike by sums with what is not in them, by sums alone, and in one statement", async () => {
    await fill();
    const answers = await ask(new ClickHouseReader(connection));
    const inOne = new ClickHouseReader(connection, { maxFacts: -1 });
    expect(await ask(inOne, [actions])).toEqual(answers.slice(0, 3));
    await store.size();
    expect(await ask(new ClickHouseReader(connection))).toEqual(answers);
    expect(answers[2]).toContainEqual({ executions: 21, users: 5, names: 3, synthetic: 3 });
  });

  it("are asked anew when the sums change in the middle, so that nothing is counted twice", async () => {
    await store.append(delivery([record(1)]));
    let readUncounted = () => {};
    const uncountedRead = new Promise<void>((resolve) => (readUncounted = resolve));
    let isCounted = false;
    const reader = new ClickHouseReader({
      async rows<Row>(sql: string) {
        if (isOfSums(sql) && !isCounted) {
          isCounted = true;
          // What is not in the sums has been read: now it comes into them.
          await uncountedRead;
          await store.size();
        }
        const rows = await connection.rows<Row>(sql);
        if (isOfEvents(sql)) readUncounted();
        return rows;
      },
    });
    expect(await reader.series(actions)).toEqual([{ bucket: today, executions: 1, users: 1 }]);
    expect(isCounted).toBe(true);
  });

  it("are answered in one statement in the end where the sums change all the time", async () => {
    await fill();
    let looks = 0;
    const statements: string[] = [];
    const reader = new ClickHouseReader({
      async rows<Row>(sql: string) {
        statements.push(sql);
        if (!isLook(sql)) return connection.rows<Row>(sql);
        looks += 1;
        return [{ table: "roll_up", name: `all_1_${looks}_0` }] as readonly unknown[] as Row[];
      },
    });
    const expected = await new ClickHouseReader(connection).series(actions);
    expect(await reader.series(actions)).toEqual(expected);
    expect(looks).toBe(6);
    expect(statements.at(-1)).toMatch(/roll_up.*UNION ALL.*log/su);
  });

  it("are left to the server where too much is not in the sums, until it has come into them", async () => {
    await fill();
    const answer = await new ClickHouseReader(connection).series(actions);
    const statements: string[] = [];
    const counting = new Set<Promise<unknown>>();
    const reader = new ClickHouseReader(
      watch((sql) => statements.push(sql)),
      { maxFacts: 3, onCrowd: () => counting.add(store.size()) },
    );
    expect(await reader.series(actions)).toEqual(answer);
    expect(counting.size).toBe(1);
    await Promise.all(counting);
    statements.length = 0;
    expect(await reader.series(actions)).toEqual(answer);
    expect(counting.size).toBe(1);
    expect(statements.filter(isOfSums)).toHaveLength(1);
  });

  it("read nothing again until something is stored, and then not the sums", async () => {
    await fill();
    const statements: string[] = [];
    const reader = new ClickHouseReader(watch((sql) => statements.push(sql)));
    const answers = await ask(reader);
    statements.length = 0;
    expect(await ask(reader)).toEqual(answers);
    expect(statements.filter((sql) => !isLook(sql))).toEqual([]);
    expect(await reader.series(actions)).toHaveLength(7);
    await store.append(delivery([record(100)], { anonymizedUserId: "user-2" }));
    await store.append(delivery([record(101)], { anonymizedUserId: "user-9" }));
    statements.length = 0;
    const [last] = (await reader.series(actions)).slice(-1);
    expect(last).toEqual({ bucket: today, executions: 5, users: 4 });
    const others = statements.filter((sql) => !isLook(sql));
    expect(others).toHaveLength(3);
    expect(others.filter(isOfSums)).toEqual([expect.stringContaining("user-9")]);
  });

  it("are asked anew of sums that have changed before anybody asks again", async () => {
    await fill();
    const statements: string[] = [];
    const reader = new ClickHouseReader(watch((sql) => statements.push(sql)));
    const answers = await ask(reader, [actions]);
    await store.size();
    reader.renew();
    await reader.settle();
    statements.length = 0;
    expect(await ask(reader, [actions])).toEqual(answers);
    expect(statements.filter(isOfSums)).toEqual([]);
  });

  it("are asked at the start, and never fail then", async () => {
    await fill();
    const statements: string[] = [];
    const reader = new ClickHouseReader(watch((sql) => statements.push(sql)));
    reader.warm();
    await reader.settle();
    statements.length = 0;
    const period: Period = { unit: "day", first: today - 29, last: today };
    await reader.totals({ kind: "action", period });
    expect(statements.filter(isOfSums)).toEqual([]);
    const failing = new ClickHouseReader(watch(() => Promise.reject(new Error("It is down."))));
    failing.warm();
    await expect(failing.settle()).resolves.toBeUndefined();
  });

  it("forget somebody at once whom another collector has erased", async () => {
    await fill();
    const reader = new ClickHouseReader(connection);
    expect(await reader.totals(actions)).toMatchObject({ users: 5, executions: 21 });
    await store.erase("user-1");
    expect(await reader.totals(actions)).toMatchObject({ users: 4, executions: 21 });
  });

  it("reject while the server does not answer, and are answered afterwards", async () => {
    await store.append(delivery([record(1)]));
    let isDown = true;
    const reader = new ClickHouseReader(
      watch((sql) => {
        if (isDown && isOfSums(sql)) throw new Error("It does not answer.");
      }),
    );
    await expect(reader.series(actions)).rejects.toThrow(/does not answer/u);
    isDown = false;
    expect(await reader.series(actions)).toHaveLength(1);
  });
});
