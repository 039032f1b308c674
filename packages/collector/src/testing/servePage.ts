import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { build } from "vite";
import type { CollectorOptions } from "../CollectorOptions.ts";
import { createCollector } from "../createCollector.ts";

/** The page as it is published, in a folder of its own. */
export interface BuiltPage {
  readonly directory: string;
  remove(): void;
}

/** Builds the analytics page as `build:page` does. */
export async function buildPage(): Promise<BuiltPage> {
  const directory = mkdtempSync(join(tmpdir(), "collector-page-"));
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      configFile: fileURLToPath(new URL("../../vite.page.config.ts", import.meta.url)),
      logLevel: "error",
      build: { outDir: directory },
    });
  } finally {
    process.env["NODE_ENV"] = environment;
  }
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}

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
