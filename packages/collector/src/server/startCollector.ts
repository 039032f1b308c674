import type { AddressInfo } from "node:net";
import { createCollector } from "../collector/createCollector.ts";
import { TrustedProxies } from "../http/TrustedProxies.ts";
import type { Log } from "../log/Log.ts";
import { hourMs } from "../time/calendar.ts";
import { openStore } from "../store/openStore.ts";
import { systemClock } from "../time/Clock.ts";
import type { Configuration } from "./Configuration.ts";
import { createUpkeep } from "./createUpkeep.ts";
import { createHttpServer } from "./createHttpServer.ts";
import { describeListenError } from "./describeListenError.ts";

/** How long requests under way may take when the collector stops, in milliseconds. */
const drainMs = 8000;

/** A collector that listens. */
export interface RunningCollector {
  /** Such as `http://127.0.0.1:7080`. */
  readonly url: string;
  /** Takes no more requests, finishes those under way (8 s at most), closes the database. */
  stop(): Promise<void>;
}

/** Opens the database and listens. Rejects if either cannot be done. */
export async function startCollector(
  configuration: Configuration,
  log: Log,
): Promise<RunningCollector> {
  const begun = performance.now();
  const { databaseURL } = configuration;
  const database = new URL(databaseURL).protocol.slice(0, -1);
  const store = await openStore(databaseURL, {
    onUpgrade: (upgrade) => log.write("info", { event: "migrated", database, ...upgrade }),
  });
  log.write("info", { event: "opened", database, seconds: secondsSince(begun) });
  const collector = createCollector({ store, log, ...configuration });
  const server = createHttpServer(collector.app, connectionsOf(configuration));
  const { retentionDays } = configuration;
  const ending = new AbortController();
  const prune = createUpkeep({
    store,
    clock: systemClock,
    retentionDays,
    log,
    ending: ending.signal,
  });
  const upkeep = () => {
    void collector.sendPingIfDue();
    void prune();
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(configuration.port, configuration.host, resolve);
    });
  } catch (error) {
    await store.close();
    const words = describeListenError(error as NodeJS.ErrnoException, configuration);
    throw new Error(words, { cause: error });
  }
  upkeep();
  const timer = setInterval(upkeep, hourMs).unref();
  const url = urlOf(server.address() as AddressInfo);
  log.write("info", { event: "started", url });
  return {
    url,
    async stop() {
      const start = performance.now();
      log.write("info", { event: "stopping" });
      clearInterval(timer);
      ending.abort();
      await collector.close();
      const patience = setTimeout(() => server.closeAllConnections(), drainMs);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(patience);
      await collector.finish();
      await store.close();
      log.write("info", { event: "stopped", seconds: secondsSince(start) });
    },
  };
}

/** As many connections as requests in the long run, but fewer at once: each may bring much with it. */
function connectionsOf({ rateLimit, trustedProxies }: Configuration) {
  if (rateLimit === undefined) return undefined;
  const { perSecond } = rateLimit;
  const limit = { perSecond, burst: Math.max(64, perSecond) };
  return { limit, clock: systemClock, proxies: new TrustedProxies(trustedProxies) };
}

function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
