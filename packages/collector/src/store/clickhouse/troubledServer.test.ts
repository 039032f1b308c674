import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clickHousePassword } from "../../testing/clickhouse/credentials.ts";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";

describe("A ClickHouse server in trouble", () => {
  let server: ClickHouseServer;
  let url: string;
  let store: EventStore;
  beforeAll(async () => {
    server = await startClickHouse();
    url = await server.createDatabase();
    store = await openClickHouseStore(url);
  });
  afterAll(async () => {
    await store?.close();
    await server?.remove();
  });

  /** Sends until one is refused; resolves to what was acknowledged. */
  async function sendUntilRefused(first: number): Promise<number[]> {
    const acknowledged: number[] = [];
    for (let n = first; ; n += 10) {
      const numbers = Array.from({ length: 10 }, (_, index) => n + index);
      try {
        await store.append(delivery(numbers.map((number) => record(number))));
      } catch {
        return acknowledged;
      }
      acknowledged.push(...numbers);
    }
  }

  it("loses nothing that was acknowledged when it is killed, and is used again", async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const begin = round * 1_000_000;
      const sending = Promise.all(
        Array.from({ length: 8 }, (_, n) => sendUntilRefused(begin + n * 100_000)),
      );
      const before = (await store.latest(1))[0]?.id;
      while ((await store.latest(1))[0]?.id === before);
      // In the middle of bringing events into the sums, too.
      const counting = store.size().catch(() => undefined);
      await server.kill();
      acknowledged.push(...(await sending).flat());
      await counting;
      await server.start();
    }
    const stored: string[] = [];
    for (let after: string | undefined, isLast = false; !isLast;) {
      const page = await store.scan({ limit: 10_000, after });
      stored.push(...page.events.map(({ id }) => id));
      ({ end: after, isLast } = page);
    }
    const ids = new Set(stored);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((n) => !ids.has(record(n).id))).toEqual([]);
    expect(stored).toHaveLength(ids.size);
    expect(await store.totals(actions)).toMatchObject({ executions: ids.size, users: 1 });
    await store.size();
    expect(await store.totals(actions)).toMatchObject({ executions: ids.size, users: 1 });
  });

  it("refuses what it cannot keep, says no secret and nothing of an event, and recovers", async () => {
    await server.kill();
    const events = [record(9_000_000, { name: "secret.name" })];
    const error: unknown = await store.append(delivery(events)).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/ECONNREFUSED/u);
    await expect(store.check()).rejects.toThrow(/ECONNREFUSED/u);
    await server.start();
    expect(await store.append(delivery(events))).toEqual({ accepted: 1, duplicates: 0 });
    await expect(store.check()).resolves.toBeUndefined();
    const broken = [record(9_000_001, { id: "secret.id", name: "secret.name" })];
    const refusal: unknown = await store
      .append(delivery(broken))
      .catch((reason: unknown) => reason);
    expect(refusal).toBeInstanceOf(Error);
    expect(`${inspect(error)} ${inspect(refusal)}`).not.toMatch(
      new RegExp(`secret|${clickHousePassword}`, "u"),
    );
  });

  it("refuses at once what does not fit into the queue while it hangs, and stores the rest", async () => {
    server.suspend();
    const appends = Array.from({ length: 230 }, (_, n) =>
      store.append(
        delivery(Array.from({ length: 500 }, (__, m) => record(10_000_000 + n * 500 + m))),
      ),
    );
    const results = Promise.allSettled(appends);
    await expect(appends.at(-1)).rejects.toThrow(/too slow/u);
    server.resume();
    const stored = (await results).filter(({ status }) => status === "fulfilled");
    expect(stored.length).toBeGreaterThanOrEqual(200);
    expect(stored.length).toBeLessThan(230);
  });

  it("says no secret when the password is wrong", async () => {
    const wrong = new URL(url);
    wrong.password = "hunter2";
    const error: unknown = await openClickHouseStore(wrong.href).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/AUTHENTICATION_FAILED/u);
    expect(inspect(error)).not.toMatch(/hunter2/u);
  });
});
