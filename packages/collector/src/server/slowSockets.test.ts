import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
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
  // Server and sockets share this clock: however late it is on a busy machine, it is late for all of them.
  let isLate = false;
  const limit = setTimeout(() => (isLate = true), 10_000);
  let areClosed = false;
  const closing = (async () => {
    // One that reads nothing does not see that it was closed, so the server is asked; three are the live stream and those of `fetch`.
    while ((await server.connections()) > 3) await pause(20);
    areClosed = true;
    return isLate;
  })();
  const times: number[] = [];
  while (!areClosed) {
    const asked = performance.now();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    times.push(performance.now() - asked);
  }
  clearInterval(trickle);
  clearTimeout(limit);
  for (const { socket } of sockets) socket.destroy();
  expect(await closing).toBe(false);
  // The middle one: a machine that does something else for a second is no fault of the server.
  expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(1000);
  expect(live.socket.destroyed).toBe(false);
  live.socket.destroy();
});
