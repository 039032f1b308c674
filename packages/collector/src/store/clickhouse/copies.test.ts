import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareStores } from "../../migrate-store/compareStores.ts";
import { copyStore } from "../../migrate-store/copyStore.ts";
import { testNow } from "../../testing/batches.ts";
import { openTestStore } from "../../testing/clickhouse/openTestStore.ts";
import {
  type ClickHouseServer,
  clickHouseURL,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { seedStore } from "../../testing/seedStore.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import { openSqliteStore } from "../sqlite/openSqliteStore.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";

describe("A copy of a ClickHouse database", () => {
  let server: ClickHouseServer;
  beforeAll(async () => {
    server = await startClickHouse();
  });
  afterAll(() => server?.remove());

  it("leads from a file to ClickHouse and back, and every answer stays the same", async () => {
    const [first, last] = [openSqliteStore(":memory:"), openSqliteStore(":memory:")];
    const middle = await openTestStore([server]);
    await seedStore(first, { now: testNow, days: 40, visits: 12 });
    await first.erase("user-1");
    const there = await copyStore({ from: first, to: middle, source: "there" });
    expect(there).toMatchObject({ ok: true });
    expect(await copyStore({ from: middle, to: last, source: "back" })).toEqual(there);
    expect(await compareStores(first, last)).toBeUndefined();
    await Promise.all([first.close(), middle.close(), last.close()]);
  });

  it("taken by BACKUP is restored by RESTORE as it was, and takes what it lacks", async () => {
    const store = await openTestStore([server]);
    const database = "restored";
    await store.append(delivery([record(1), record(2)]));
    await store.append(delivery([record(1)], { anonymizedUserId: "user-2" }));
    await store.erase("user-2");
    await store.size();
    await store.append(delivery([record(3)]));
    const [source] = (await server.query("SHOW DATABASES LIKE 'store_%'"))
      .split("\n")
      .toReversed()
      .filter(Boolean);
    await server.query(`BACKUP DATABASE ${source} TO Memory('telemetry')`);
    await store.append(delivery([record(4)]));
    await server.query(`RESTORE DATABASE ${source} AS ${database} FROM Memory('telemetry')`);
    const restored = await openClickHouseStore(clickHouseURL([server.host], database));
    expect(await restored.size()).toMatchObject({ event: 3, count: 1, person: 1, erasure: 1 });
    expect(await restored.append(delivery([record(3), record(4)]))).toEqual({
      accepted: 1,
      duplicates: 1,
    });
    expect(await restored.append(delivery([record(9)], { anonymizedUserId: "user-2" }))).toEqual({
      accepted: 0,
      duplicates: 1,
    });
    expect(await restored.totals(actions)).toEqual(await store.totals(actions));
    expect(await restored.scan({ limit: 10 })).toMatchObject({
      events: (await store.scan({ limit: 10 })).events,
    });
    await Promise.all([store.close(), restored.close()]);
  });
});
