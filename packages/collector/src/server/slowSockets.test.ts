import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { type RawServer, serveRaw } from "../testing/serveRaw.ts";

/** Every way to be slow, and what the connection begins with. */
const beginnings = {
  "says nothing": "",
  "sends half its headers": "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\n",
  "sends half its body":
    "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  "sends half a chunk":
    "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{",
  "asks for much and reads none":
    "GET /analytics/assets/large.js HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20),
};
const perKind = 100;

let store: EventStore;
let server: RawServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "collector-page-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "large.js"), " ".repeat(1_048_576));
  store = openSqliteStore(":memory:");
  server = await serveRaw({ store, pageDirectory: folder });
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

it("closes five hundred sockets that are slow, in every way, within ten seconds, answers others meanwhile, and keeps a live stream that has nothing to say", async () => {
  const live = await server.open();
  live.socket.write("GET /.api/analytics/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await expect.poll(live.received).toContain("event: open");
  const sockets = await Promise.all(
    Object.entries(beginnings).flatMap(([what, bytes]) =>
      Array.from({ length: perKind }, async () => {
        const opened = await server.open();
        if (what.endsWith("none")) opened.socket.pause();
        opened.socket.write(bytes);
        return opened;
      }),
    ),
  );
  await expect.poll(() => server.connections()).toBe(5 * perKind + 1);
  // A byte now and then must not keep a connection: the whole request has its time.
  const trickle = setInterval(() => {
    for (const { socket } of sockets.slice(perKind, 3 * perKind)) {
      if (socket.writable) socket.write("X");
    }
  }, 1000);
  const start = performance.now();
  let slowest = 0;
  // One that reads nothing does not see that it was closed, so the server is asked; three are the live stream and those of `fetch`.
  while ((await server.connections()) > 3) {
    const asked = performance.now();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - asked);
  }
  clearInterval(trickle);
  for (const { socket } of sockets) socket.destroy();
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(slowest).toBeLessThan(2000);
  expect(live.socket.destroyed).toBe(false);
  live.socket.destroy();
}, 20_000);
