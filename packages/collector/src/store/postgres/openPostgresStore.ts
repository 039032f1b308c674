import type { EventStore } from "../EventStore.ts";
import type { OpenOptions } from "../OpenOptions.ts";
import { parsePostgresURL } from "./parsePostgresURL.ts";

/**
 * Opens a store in a PostgreSQL database (15, with which it is tested, or later) of its own, made ready if needed. Any number of collectors may
 * share it. While the database does not answer, every method rejects within seconds; afterwards all goes on by itself.
 *
 * @param url - `postgres://user:password@host:5432/database`, with `?sslmode=verify-full` where others could listen.
 * @throws if the database cannot be reached, or was written by a newer version of this package.
 *
 * @example
 * const store = await openPostgresStore("postgres://telemetry@localhost/telemetry");
 * const { app } = createCollector({ store });
 */
export async function openPostgresStore(
  url: string,
  options: OpenOptions = {},
): Promise<EventStore> {
  const address = parsePostgresURL(url);
  if (!address.ok) {
    throw new Error(
      `@action-telemetry/collector: The URL of the PostgreSQL database ${address.error}. ` +
        "Without a database nothing can be kept. See the README of this package for what it may hold.",
    );
  }
  // The client is loaded by those who use it.
  const { openPostgresEventStore } = await import("./PostgresEventStore.ts");
  return openPostgresEventStore(address.value, options);
}
