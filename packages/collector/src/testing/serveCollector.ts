import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { CollectorOptions } from "../collector/CollectorOptions.ts";
import { createCollector } from "../collector/createCollector.ts";

/** A collector on a free port of loopback. */
export interface ServedCollector {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a collector for a browser. */
export async function serveCollector(options: CollectorOptions): Promise<ServedCollector> {
  const collector = createCollector(options);
  const server = createAdaptorServer({ fetch: collector.app.fetch });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await collector.close();
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await once(server, "close");
    },
  };
}
