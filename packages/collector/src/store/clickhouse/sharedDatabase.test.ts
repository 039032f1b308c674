import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { testEventId, testNow } from "../../testing/batches.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";

describe("Two collectors on one ClickHouse database", () => {
  let server: ClickHouseServer;
  let url: string;
  let one: EventStore;
  let other: EventStore;
  beforeAll(async () => {
    server = await startClickHouse();
  });
  afterAll(() => server?.remove());
  beforeEach(async () => {
    url = await server.createDatabase();
    // Both at once: each must find the database ready, whoever makes it so.
    [one, other] = await Promise.all([openClickHouseStore(url), openClickHouseStore(url)]);
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  it("keep and count what both are sent at the same moment once", async () => {
    const rounds = Array.from({ length: 10 }, (_, round) =>
      Array.from({ length: 25 }, (__, n) => record(round * 25 + n, { name: `action.${n % 7}` })),
    );
    const results = await Promise.all([
      ...rounds.map((events) => one.append(delivery(events))),
      ...rounds.toReversed().map((events) => other.append(delivery(events.toReversed()))),
    ]);
    const accepted = results.reduce((sum, result) => sum + result.accepted, 0);
    // Both may think that theirs was the first.
    expect(accepted).toBeGreaterThanOrEqual(250);
    const hours = {
      kind: "action",
      period: {
        unit: "hour",
        first: actions.period.last * 24,
        last: actions.period.last * 24 + 23,
      },
    } as const;
    const totals = { executions: 250, users: 1, names: 7, synthetic: 0 };
    const check = async () => {
      expect(await one.totals(actions)).toEqual(totals);
      expect(await other.totals(hours)).toEqual(totals);
      expect((await other.scan({ limit: 1000 })).events).toHaveLength(250);
      expect(new Set((await one.latest(200)).map(({ id }) => id)).size).toBe(200);
    };
    await check();
    expect(await one.size()).toMatchObject({ event: 250, count: 7 });
    await check();
  });

  it("bring what was received into the sums once, also when both do it at once", async () => {
    await one.append(delivery(Array.from({ length: 100 }, (_, n) => record(n))));
    await other.append(delivery([record(1)], { anonymizedUserId: "user-2" }));
    await Promise.all([one.size(), other.size(), one.size(), other.size()]);
    expect(await other.totals(actions)).toMatchObject({ executions: 101, users: 2 });
    expect(await one.size()).toMatchObject({ event: 101, count: 1, person: 2 });
  });

  it("count what is stored after the server's clock was set back", async () => {
    const database = new URL(url).pathname.slice(1);
    const tomorrow = (Date.now() + 86_400_000) * 1000;
    await server.query(
      `INSERT INTO ${database}.roll_up (type, writer, position) VALUES ('mark', 1, ${tomorrow})`,
    );
    await one.append(delivery([record(1)]));
    expect(await other.totals(actions)).toMatchObject({ executions: 1 });
    expect(await other.size()).toMatchObject({ event: 1, count: 1 });
  });

  it("count at the next upkeep what the server has stored later than it should", async () => {
    const database = new URL(url).pathname.slice(1);
    await one.append(delivery([record(1)]));
    await one.size();
    await server.query(
      `INSERT INTO ${database}.log (position, writer, type, id, person, kind, name, occurred_at, received_at, step)
       VALUES (1, 7, 'event', '${testEventId(2)}', 'user-2', 'action', 'b.run', ${testNow}, ${testNow}, -1)`,
    );
    expect(await other.totals(actions)).toMatchObject({ executions: 1, users: 1 });
    expect((await other.scan({ limit: 10 })).events).toHaveLength(2);
    await one.prune(0);
    expect(await other.totals(actions)).toMatchObject({ executions: 2, users: 2 });
    await one.prune(0);
    expect(await other.totals(actions)).toMatchObject({ executions: 2, users: 2 });
  });

  it("count an event that is in the sums not again when the other's copy of it appears", async () => {
    const database = new URL(url).pathname.slice(1);
    await one.append(delivery([record(1)]));
    await one.size();
    await server.query(
      `INSERT INTO ${database}.log SELECT * REPLACE (position + 1000000 AS position, 7 AS writer) FROM ${database}.log`,
    );
    await other.append(delivery([record(2)]));
    const day = actions.period.last;
    const period = { unit: "hour", first: day * 24, last: day * 24 + 23 } as const;
    expect(await other.totals(actions)).toMatchObject({ executions: 2, users: 1 });
    expect(await other.totals({ kind: "action", period })).toMatchObject({ executions: 2 });
    expect(await other.size()).toMatchObject({ event: 2 });
    expect(await other.totals(actions)).toMatchObject({ executions: 2, users: 1 });
  });

  it("follow what the other stores", async () => {
    await one.append(delivery([record(1)]));
    const end = await other.end();
    await one.append(delivery([record(2)]));
    await other.append(delivery([record(3)]));
    const { events } = await one.scan({ limit: 10, after: end });
    expect(events.map(({ id }) => id)).toEqual([testEventId(2), testEventId(3)]);
  });

  it("know at once whom the other has erased", async () => {
    await one.append(delivery([record(1)]));
    expect(await other.erase("user-1")).toBe(1);
    expect(await one.append(delivery([record(2)]))).toEqual({ accepted: 0, duplicates: 1 });
    expect(await one.totals(actions)).toMatchObject({ executions: 1, users: 0 });
  });

  it("find everything when they are opened again", async () => {
    await one.append(delivery([record(1)]));
    await one.size();
    await one.append(delivery([record(2)]));
    const again = await openClickHouseStore(url);
    expect(await again.append(delivery([record(1), record(3)]))).toEqual({
      accepted: 1,
      duplicates: 1,
    });
    expect(await again.totals(actions)).toMatchObject({ executions: 3 });
    expect(await again.scan({ limit: 10 })).toMatchObject({ isLast: true });
    await again.close();
  });
});
