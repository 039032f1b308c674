import type { EventStore } from "../EventStore.ts";
import type { OpenOptions } from "../OpenOptions.ts";
import { tellUpgrade } from "../tellUpgrade.ts";
import { ClickHouseConnection } from "./ClickHouseConnection.ts";
import { ClickHouseEventStore } from "./ClickHouseEventStore.ts";
import { type ShardPlace, migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { type ClickHouseAddress, parseClickHouseURL } from "./parseClickHouseURL.ts";
import { ShardedEventStore } from "./ShardedEventStore.ts";

/**
 * Opens a store in a ClickHouse database (25.8 or later) of its own, made ready if needed. Any number of collectors may
 * share it. While the server does not answer, every method rejects; afterwards all goes on by itself. Several servers hold
 * one store together, each the events of some of the people.
 *
 * @param url - `clickhouse://user:password@host:8123/database`, `clickhouses://` for HTTPS; further
 *   servers as `?shard=host:8123&shard=host:8123`, always the same ones in the same order.
 * @throws if the database cannot be reached, or was written by a newer version of this package.
 *
 * @example
 * const store = await openClickHouseStore("clickhouse://telemetry@localhost/telemetry");
 * const { app } = createCollector({ store });
 */
export async function openClickHouseStore(
  url: string,
  options: OpenOptions = {},
): Promise<EventStore> {
  const addresses = parseClickHouseURL(url);
  if (!addresses.ok) {
    throw new Error(
      `@action-telemetry/collector: The URL of the ClickHouse database ${addresses.error}. ` +
        "Without a database nothing can be kept. See the README of this package for what it may hold.",
    );
  }
  const shards = addresses.value.length;
  const opening = addresses.value.map((address, shard) =>
    openShard(address, { shard, shards }, options),
  );
  const opened = await Promise.allSettled(opening);
  const stores = opened.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  const [first, ...others] = stores;
  if (first !== undefined && stores.length === shards) {
    return shards === 1 ? first : new ShardedEventStore(first, others);
  }
  await Promise.all(stores.map((store) => store.close()));
  throw opened.find((result) => result.status === "rejected")?.reason;
}

async function openShard(
  address: ClickHouseAddress,
  place: ShardPlace,
  options: OpenOptions,
): Promise<ClickHouseEventStore> {
  const connection = await ClickHouseConnection.create(address);
  try {
    const start = performance.now();
    const from = await migrate(connection, migrations, place);
    tellUpgrade(options, from, migrations.length, start);
    const store = new ClickHouseEventStore(connection);
    store.warm();
    return store;
  } catch (error) {
    await connection.close();
    throw error;
  }
}
