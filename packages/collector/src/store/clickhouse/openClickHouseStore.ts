import type { EventStore } from "../EventStore.ts";
import { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { ClickHouseEventStore } from "./ClickHouseEventStore.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { parseClickHouseURL } from "./parseClickHouseURL.ts";

/**
 * Opens a store in a ClickHouse database (25.8 or later) of its own, made ready if needed. Any number of collectors may
 * share it. While the server does not answer, every method rejects; afterwards all goes on by itself.
 *
 * @param url - `clickhouse://user:password@host:8123/database`, `clickhouses://` for HTTPS.
 * @throws if the database cannot be reached, or was written by a newer version of this package.
 *
 * @example
 * const store = await openClickHouseStore("clickhouse://telemetry@localhost/telemetry");
 * const { app } = createCollector({ store });
 */
export async function openClickHouseStore(url: string): Promise<EventStore> {
  const addresses = parseClickHouseURL(url);
  if (!addresses.ok) {
    throw new Error(
      `@action-telemetry/collector: The URL of the ClickHouse database ${addresses.error}. ` +
        "Without a database nothing can be kept. See the README of this package for what it may hold.",
    );
  }
  const [address] = addresses.value;
  if (address === undefined) throw new Error("unreachable");
  const connection = await ClickHouseConnection.create(address);
  try {
    await migrate(connection, migrations, { shard: 0, shards: 1 });
    return new ClickHouseEventStore(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
