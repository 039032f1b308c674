import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { actions, delivery, record } from "../../testing/conformance/storeRecords.ts";
import type { EventStore } from "../EventStore.ts";
import type { Dimension } from "../Selection.ts";
import { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { openClickHouseStore } from "./openClickHouseStore.ts";
import { parseClickHouseURL } from "./parseClickHouseURL.ts";

const alone = { shard: 0, shards: 1 };
const first = ["CREATE TABLE IF NOT EXISTS a (x UInt8) ENGINE = {Replicated}MergeTree ORDER BY x"];
const second = ["ALTER TABLE a ADD COLUMN IF NOT EXISTS y UInt8"];

const dimensions: readonly Dimension[] = ["name", "surface", "source"];

/** What sums by each of the columns say. */
function ask(store: EventStore): Promise<readonly unknown[]> {
  const filtered = { ...actions, filter: { surface: "palette" } };
  return Promise.all([
    store.totals(actions),
    store.totals(filtered),
    store.series(filtered),
    store.names(),
    store.surfacesByName(actions),
    ...dimensions.map((dimension) => store.breakdown(actions, dimension)),
  ]);
}

describe("migrate", () => {
  let server: ClickHouseServer;
  let url: string;
  let connection: ClickHouseConnection;
  beforeAll(async () => {
    server = await startClickHouse();
  });
  afterAll(() => server?.remove());
  beforeEach(async () => {
    url = await server.createDatabase();
    const addresses = parseClickHouseURL(url);
    const [address] = addresses.ok ? addresses.value : [];
    if (address === undefined) throw new Error("The test's own URL is wrong.");
    connection = await ClickHouseConnection.create(address);
  });
  afterEach(() => connection.close());

  it("applies what is missing, and keeps what there is", async () => {
    await migrate(connection, [first], alone);
    await connection.insert("a", ["x"], [[1]]);
    await migrate(connection, [first, second], alone);
    await migrate(connection, [first, second], alone);
    expect(await connection.rows("SELECT * FROM a")).toEqual([{ x: 1, y: 0 }]);
    const versions = await connection.rows("SELECT version FROM schema_version ORDER BY version");
    expect(versions).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it.each(migrations.map((_, index) => index + 1))(
    "brings a database of version %i to the newest, by two collectors at once",
    async (version) => {
      await migrate(connection, migrations.slice(0, version), alone);
      await Promise.all([
        migrate(connection, migrations, alone),
        migrate(connection, migrations, alone),
      ]);
      await migrate(connection, migrations, alone);
      expect(await connection.rows("SELECT count() AS rows FROM log")).toEqual([{ rows: 0 }]);
    },
  );

  it("sums up by less what version 2 has summed up, once, wherever it is interrupted", async () => {
    const store = await openClickHouseStore(url);
    for (const [n, source] of ["WEB", "WEB", "CODEHOSTINTEGRATION", "WEB"].entries()) {
      const events = [
        record(n, { name: `action.${n % 3}` }),
        record(n + 100, { surface: "palette" }),
      ];
      await store.append(delivery(events, { anonymizedUserId: `user-${n % 3}`, source }));
    }
    await store.size();
    const answers = await ask(store);
    await store.close();
    await connection.run(
      "DELETE FROM roll_up WHERE type IN ('total', 'named', 'visit', 'visitor')",
    );
    await connection.run("DELETE FROM schema_version WHERE version > 2");
    for (const statement of migrations[2] ?? []) await connection.run(statement);
    const again = await Promise.all([openClickHouseStore(url), openClickHouseStore(url)]);
    expect(await ask(again[0])).toEqual(answers);
    await again[1].erase("user-1");
    expect(await again[0].totals(actions)).toMatchObject({ executions: 8, users: 2 });
    await Promise.all(again.map((one) => one.close()));
  });

  it("goes on where it was interrupted", async () => {
    const broken = ["ALTER TABLE missing ADD COLUMN y UInt8"];
    await expect(migrate(connection, [[...first, ...broken]], alone)).rejects.toThrow(
      /UNKNOWN_TABLE/u,
    );
    await migrate(connection, [[...first, ...second]], alone);
    expect(await connection.rows("SELECT count(y) AS rows FROM a")).toEqual([{ rows: 0 }]);
  });

  it("refuses a database of a newer version, and one of another place among the shards", async () => {
    await migrate(connection, [first, second], alone);
    await expect(migrate(connection, [first], alone)).rejects.toThrow(
      /version 2.*knows 1.*Run the newer collector/u,
    );
    await expect(migrate(connection, [first, second], { shard: 1, shards: 2 })).rejects.toThrow(
      /shard 1 of 1, and is used as 2 of 2/u,
    );
  });

  it("refuses a server that is too old", async () => {
    const old = { version: async () => "18.16.1" };
    await expect(migrate(old as unknown as ClickHouseConnection, [first], alone)).rejects.toThrow(
      /ClickHouse 18\.16\.1, and 25\.8 or newer/u,
    );
  });
});
