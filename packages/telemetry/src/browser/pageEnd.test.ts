import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EventBatch } from "@action-telemetry/event-schema";
import { type BrowserContext, chromium, type Page } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const sources = path.resolve(import.meta.dirname, "..");
const schema = path.resolve(import.meta.dirname, "../../../event-schema/src");

/** The package itself, as a page gets it from a server; only the types are taken out. */
const html = `<!doctype html><title>Page</title>
<script type="importmap">{"imports":{"@action-telemetry/event-schema":"/schema/index.ts"}}</script>
<script type="module">
  import { createBrowserTelemetryClient } from "/telemetry/browser.ts";
  globalThis.client = createBrowserTelemetryClient({
    instanceUrl: "/base", source: "WEB", platform: "web",
    client: { name: "page", version: "1" }, consent: "granted",
  });
  globalThis.record = (count) => {
    for (let index = 0; index < count; index += 1) {
      client.recorder.recordAction({ actionId: "action." + index });
    }
  };
  await client.flush();
  document.title = "Ready";
</script>`;

let server: Server;
let origin: string;
let profile: string;
let context: BrowserContext;
let isDown: boolean;
let arrived: string[];
let onArrival: () => void;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function serveModule(url: string): Promise<string> {
  const [, folder, ...rest] = url.split("/");
  const root = folder === "schema" ? schema : sources;
  return stripTypeScriptTypes(await readFile(path.join(root, ...rest), "utf8"));
}

beforeEach(async () => {
  isDown = false;
  arrived = [];
  onArrival = () => undefined;
  server = createServer((request, response) => {
    void (async () => {
      const url = request.url ?? "/";
      if (request.method === "POST") {
        const batch = JSON.parse(await readBody(request)) as EventBatch;
        if (!isDown) arrived.push(...batch.events.map(({ name }) => name));
        response.writeHead(isDown ? 503 : 200, { "content-type": "application/json" }).end("{}");
        onArrival();
        return;
      }
      const isModule = url.endsWith(".ts");
      response.writeHead(200, { "content-type": isModule ? "text/javascript" : "text/html" });
      response.end(
        isModule ? await serveModule(url) : url === "/" ? html : "<title>Elsewhere</title>",
      );
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  profile = await mkdtemp(path.join(tmpdir(), "telemetry-"));
  context = await launch();
}, 60_000);

afterEach(async () => {
  await context.close();
  server.closeAllConnections();
  server.close();
  await rm(profile, { recursive: true, force: true });
});

function launch(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

async function openPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => document.title === "Ready");
  return page;
}

/** Resolves when so many events have arrived. */
function arrival(count: number): Promise<void> {
  return new Promise((resolve) => {
    onArrival = () => {
      if (arrived.length >= count) resolve();
    };
    onArrival();
  });
}

const expected = (count: number) => Array.from({ length: count }, (_, index) => `action.${index}`);

describe("When a page ends as it records", { timeout: 60_000 }, () => {
  it("by navigating, all events arrive at once", async () => {
    const page = await openPage();
    const all = arrival(100);
    await page.evaluate('record(100); location.href = "/elsewhere"');
    await all;
    expect([...new Set(arrived)]).toEqual(expected(100));
  });

  it("by closing its tab, all events arrive, at the latest with the next page", async () => {
    const page = await openPage();
    // Both are on their way at once; the tab may be gone before it can answer.
    const recorded = page.evaluate("record(1000)").catch(() => undefined);
    await Promise.all([recorded, page.close()]);
    const all = arrival(1000);
    await openPage();
    await all;
    expect(new Set(arrived)).toEqual(new Set(expected(1000)));
  });

  it("while the instance is down, all events arrive with a page after a restart of the browser", async () => {
    const page = await openPage();
    isDown = true;
    await page.evaluate('record(200); location.href = "/elsewhere"');
    await context.close();
    isDown = false;
    context = await launch();
    const all = arrival(200);
    const next = await openPage();
    expect(await next.evaluate("client.inspect()")).toMatchObject({
      storage: "persistent",
      queue: [],
      dropped: {},
    });
    await all;
    expect(arrived.toSorted()).toEqual(expected(200).toSorted());
  });
});
