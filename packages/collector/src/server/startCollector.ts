import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { createCollector } from "../createCollector.ts";
import { dayMs, hourMs } from "../time/calendar.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { systemClock } from "../time/Clock.ts";
import type { Configuration } from "./Configuration.ts";
import { httpServerOptions } from "./httpServerOptions.ts";

/** How long requests under way may take when the collector stops, in milliseconds. */
const drainMs = 9000;

/** A collector that listens. */
export interface RunningCollector {
  /** Such as `http://127.0.0.1:7080`. */
  readonly url: string;
  /** Takes no more requests, finishes those under way (9 s at most), closes the database. */
  stop(): Promise<void>;
}

/** Opens the database and listens. Rejects if either cannot be done. */
export async function startCollector(configuration: Configuration): Promise<RunningCollector> {
  const store = openSqliteStore(configuration.databasePath);
  const collector = createCollector({ store, ...configuration });
  const server = createAdaptorServer({
    fetch: collector.app.fetch,
    createServer,
    serverOptions: httpServerOptions,
  });
  const upkeep = () => {
    void collector.sendPingIfDue();
    // A failure is no loss: the next hour tries again.
    store.prune(systemClock.now() - configuration.retentionDays * dayMs).catch(() => undefined);
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(configuration.port, configuration.host, resolve);
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  upkeep();
  const timer = setInterval(upkeep, hourMs).unref();
  return {
    url: urlOf(server.address() as AddressInfo),
    async stop() {
      clearInterval(timer);
      await collector.close();
      const patience = setTimeout(() => closeAllConnections(server), drainMs);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(patience);
      await store.close();
    },
  };
}

function closeAllConnections(server: ReturnType<typeof createAdaptorServer>): void {
  if ("closeAllConnections" in server) server.closeAllConnections();
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
