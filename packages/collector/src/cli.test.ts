import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type Socket, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "./store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent } from "./testing/batches.ts";
import { spawnCollector, startCollectorProcess } from "./testing/startProcess.ts";
import { version } from "./instance/version.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collector-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function post(url: string, batch: unknown): Promise<Response> {
  return fetch(`${url}/.api/action-events`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(batch),
  });
}

/** Reads what is streamed, as far as it is waited for. */
function readStream(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const read = async () => {
    const chunk = await reader?.read();
    text += chunk?.value ?? "";
    return chunk?.done === false;
  };
  return {
    async until(part: string) {
      while (!text.includes(part)) {
        if (!(await read())) throw new Error(`The stream ended without "${part}": ${text}`);
      }
    },
    async end() {
      while (await read());
    },
  };
}

async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

describe("the command", () => {
  it("serves, stops at SIGINT with a live page open, and keeps what it acknowledged", async () => {
    const collector = await startCollectorProcess({ DATA_DIR: folder });
    expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
    const live = await fetch(`${collector.url}/.api/analytics/live`);
    const answer = await post(collector.url, testBatch([testEvent(1), testEvent(2)]));
    expect(await answer.json()).toMatchObject({ accepted: 2 });
    // Stored events are told a moment later, together: only then is there nothing left to tell.
    const told = readStream(live);
    await told.until("event: stored");
    collector.child.kill("SIGINT");
    await told.end();
    expect(await collector.ended).toBe(0);
    expect(collector.output()).not.toMatch(/Warning|Error/);
    const store = openSqliteStore(join(folder, "events.db"));
    expect(await store.latest(10)).toHaveLength(2);
    await store.close();
  });

  it("finishes a request that is under way, and quits at once at the second SIGINT", async () => {
    const collector = await startCollectorProcess({ DATA_DIR: folder });
    const socket = await openSocket(collector.url);
    socket.write(
      "POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    );
    // An answered request says that the one before has been read.
    await fetch(`${collector.url}/healthz`);
    const told = once(collector.child.stdout ?? socket, "data");
    collector.child.kill("SIGINT");
    await told;
    collector.child.kill("SIGINT");
    expect(await collector.ended).toBe(130);
    socket.destroy();
  });

  it("prints its help", async () => {
    const { ended, output } = spawnCollector({}, ["--help"]);
    expect(await ended).toBe(0);
    expect(output()).toContain("RETENTION_DAYS");
  });

  it("prints its version", async () => {
    const { ended, output } = spawnCollector({}, ["--version"]);
    expect(await ended).toBe(0);
    expect(output()).toBe(`${version}\n`);
    expect(version).toMatch(/^\d+\.\d+\.\d+/u);
  });

  it.each([
    ["an open address without a token", { HOST: "0.0.0.0" }, /HOST is 0\.0\.0\.0.*ADMIN_TOKEN/],
    ["a database it does not know", { DATABASE_URL: "mysql://root:secret@db/x" }, /"mysql"/],
    ["a port that is none", { PORT: "http" }, /PORT must be a whole number/],
  ])("refuses to start with %s and says how to mend it", async (_, environment, message) => {
    const { ended, output } = spawnCollector({ DATA_DIR: folder, ...environment });
    expect(await ended).toBe(1);
    expect(output()).toMatch(message);
    expect(output()).not.toMatch(/secret|at file:/);
  });

  it("says so when its port is taken", async () => {
    const first = await startCollectorProcess({ DATA_DIR: folder });
    const { ended, output } = spawnCollector({ DATA_DIR: folder, PORT: new URL(first.url).port });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/Port \d+ of 127\.0\.0\.1 is taken .*EADDRINUSE.* set another PORT/u);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  it("closes sockets that send their headers or their body too slowly", async () => {
    const collector = await startCollectorProcess({ DATA_DIR: folder });
    const headers = await openSocket(collector.url);
    headers.write("POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\n");
    const body = await openSocket(collector.url);
    body.write("POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\n");
    body.write("Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    headers.resume();
    body.resume();
    const started = performance.now();
    await Promise.all([once(headers, "close"), once(body, "close")]);
    // By itself, Node would leave them open for minutes. How soon exactly the server's own test says, by the server's clock.
    expect(performance.now() - started).toBeLessThan(30_000);
    expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
    collector.child.kill("SIGTERM");
    await collector.ended;
  });

  it("prints nothing of what it receives", async () => {
    const collector = await startCollectorProcess({ DATA_DIR: folder });
    await post(collector.url, testBatch([testEvent(1, { name: "canary.in.log" })]));
    await post(collector.url, { canary: "canary.in.log" });
    await fetch(`${collector.url}/canary.in.log?canary.in.log`);
    collector.child.kill("SIGTERM");
    await collector.ended;
    expect(collector.output()).toContain("Health");
    expect(collector.output()).not.toContain("canary.in.log");
  });
});
