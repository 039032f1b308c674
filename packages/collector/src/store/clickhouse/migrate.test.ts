import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type ClickHouseServer,
  startClickHouse,
} from "../../testing/clickhouse/startClickHouse.ts";
import { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { parseClickHouseURL } from "./parseClickHouseURL.ts";

const alone = { shard: 0, shards: 1 };
const first = ["CREATE TABLE IF NOT EXISTS a (x UInt8) ENGINE = {Replicated}MergeTree ORDER BY x"];
const second = ["ALTER TABLE a ADD COLUMN IF NOT EXISTS y UInt8"];

describe("migrate", () => {
  let server: ClickHouseServer;
  let connection: ClickHouseConnection;
  beforeAll(async () => {
    server = await startClickHouse();
  });
  afterAll(() => server?.remove());
  beforeEach(async () => {
    const addresses = parseClickHouseURL(await server.createDatabase());
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
