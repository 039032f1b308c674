import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent } from "../testing/batches.ts";
import { type RawServer, serveRaw } from "../testing/serveRaw.ts";

let store: EventStore;
let server: RawServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "collector-page-"));
  mkdirSync(join(folder, "page", "assets"), { recursive: true });
  writeFileSync(join(folder, "page", "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "page", "assets", "index-1.js"), "export {};");
  writeFileSync(join(folder, "package.json"), '{"dependencies":{}}');
  store = openSqliteStore(":memory:");
  server = await serveRaw({ store, pageDirectory: join(folder, "page") });
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const end = "Connection: close\r\n\r\n";
const get = (target: string, headers = "Host: localhost\r\n") =>
  `GET ${target} HTTP/1.1\r\n${headers}${end}`;
const post = (headers: string, body: string) =>
  `POST /.api/action-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n${body}`;
const sound = JSON.stringify(testBatch([testEvent(1)]));
const many = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join("");
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** [what, bytes, status] */
const requests: readonly (readonly [string, string, number])[] = [
  ["a sound request (control)", get("/healthz"), 200],
  ["a header with a bare CR", get("/healthz", "Host: localhost\r\nX-A: a\rb\r\n"), 400],
  ["lines that end in LF alone", "GET /healthz HTTP/1.1\nHost: localhost\n\n", 400],
  ["a header with NUL", get("/healthz", "Host: localhost\r\nX-A: a\0b\r\n"), 400],
  ["CR and LF, encoded, in the address", get("/healthz%0d%0aX-Evil:%201"), 404],
  [
    "a header that goes on in the next line",
    get("/healthz", "Host: localhost\r\n X-A: a\r\n"),
    400,
  ],
  [
    "100 headers of 8 KB",
    get(
      "/healthz",
      many(100, (n) => `X-${n}: ${"a".repeat(8192)}\r\n`),
    ),
    431,
  ],
  [
    "a thousand small headers",
    get(
      "/healthz",
      many(1000, (n) => `X-${n}: ${"a".repeat(20)}\r\n`),
    ),
    431,
  ],
  ["an address of 20 KB", get(`/${"a".repeat(20_000)}`), 431],
  ["no host", get("/healthz", ""), 400],
  ["two hosts", get("/healthz", "Host: localhost\r\nHost: evil.example\r\n"), 400],
  ["two hosts that agree", get("/healthz", "Host: localhost\r\nHost: localhost\r\n"), 400],
  ["a host with a path", get("/healthz", "Host: localhost/x?y\r\n"), 400],
  ["a host with a user", get("/metrics", "Host: evil@localhost\r\n"), 400],
  ["a host that looks like an address", get("/metrics", "Host: 127.999.0.1\r\n"), 400],
  [
    "a host of too many numbers",
    post("Connection: close\r\nContent-Length: 2\r\n", "{}").replace("localhost", "1.2.3.4.5"),
    400,
  ],
  ["a foreign host", get("/metrics", "Host: evil.example\r\n"), 403],
  [
    "an absolute address and another host",
    get("http://localhost/metrics", "Host: evil.example\r\n"),
    400,
  ],
  [
    "an absolute address that is foreign",
    get("http://evil.example/metrics", "Host: localhost\r\n"),
    400,
  ],
  ["an absolute address and its host", get("http://localhost/healthz", "Host: localhost\r\n"), 200],
  ["an absolute address that is none", get("http://[/healthz"), 400],
  ["two addresses", get("/healthz /metrics"), 400],
  ["HTTP/1.0", "GET /healthz HTTP/1.0\r\n\r\n", 400],
  ["HTTP/2 without agreement", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ["a method that is none", `FOO /healthz HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
  [
    "TRACE, which would repeat a cookie",
    `TRACE /healthz HTTP/1.1\r\nHost: localhost\r\nCookie: a\r\n${end}`,
    404,
  ],
  [
    "an expectation that is none",
    post(`Content-Length: 2\r\nExpect: x\r\n${end.slice(0, -2)}`, "{}"),
    417,
  ],
  ["a length that is negative", post("Content-Length: -1\r\n", "{}"), 400],
  ["a length in words", post("Content-Length: two\r\n", "{}"), 400],
  ["a length of 99 GB", post("Content-Length: 99999999999\r\n", "{}"), 413],
  ["two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{} "), 400],
  ["two lengths that agree", post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), 400],
  ["a chunk of no size", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"), 400],
  [
    "a size of a chunk beyond numbers",
    post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n{}\r\n"),
    400,
  ],
  [
    "extensions of chunks of 64 KB",
    post("Transfer-Encoding: chunked\r\n", `2;${"a".repeat(65_536)}\r\n{}\r\n0\r\n\r\n`),
    413,
  ],
];

describe("a request that is none, or is two", () => {
  it.each(requests)("is answered by its status: %s", async (_what, bytes, status) => {
    const answer = await server.send(bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toMatch(/X-Evil:|\bat .*:\d+:\d+|node:|\.ts\b/);
  });

  const hidden = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
  it.each([
    [
      "a length and chunks",
      post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", `0\r\n\r\n${hidden}`),
    ],
    ["chunks, misspelt", post("Transfer-Encoding: xchunked\r\n", `0\r\n\r\n${hidden}`)],
    ["chunks with a space", post("Transfer-Encoding : chunked\r\n", `0\r\n\r\n${hidden}`)],
    [
      "chunks, twice",
      post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", `0\r\n\r\n${hidden}`),
    ],
    [
      "chunks after something else",
      post("Transfer-Encoding: gzip, chunked, x\r\n", `0\r\n\r\n${hidden}`),
    ],
    ["a length that is folded", post("Content-Length:\r\n 0\r\nContent-Length: 0\r\n", hidden)],
  ])("cannot smuggle a second one past whoever stands before: %s", async (_what, bytes) => {
    const answer = await server.send(bytes);
    expect(answer.match(/^HTTP\/1\.1 \d{3}/gm)).toEqual(["HTTP/1.1 400"]);
    expect(answer).not.toContain("action_telemetry_");
  });

  it("has no headers after its body: trailers count for nothing", async () => {
    const trailers = `1\r\n{\r\n${(sound.length - 1).toString(16)}\r\n${sound.slice(1)}\r\n0\r\nAuthorization: Bearer x\r\nHost: evil\r\n\r\n`;
    const answer = await server.send(
      post("Transfer-Encoding: chunked\r\nConnection: close\r\n", trailers),
    );
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('"accepted":1');
  });

  it("is done when its length is: what it lies about is not waited for, and what follows is none", async () => {
    const answer = await server.send(post("Content-Length: 1\r\n", `${sound}\r\n\r\n`));
    expect(answer).not.toContain("accepted");
    expect(statusOf(answer)).toBe(400);
  });

  it("is not read to its end when it is too large", async () => {
    const { socket, received, ended } = await server.open();
    const chunk = Buffer.alloc(65_536, " ");
    socket.write(post("Transfer-Encoding: chunked\r\n", ""));
    let written = 0;
    socket.on("drain", () => pour());
    const pour = () => {
      while (socket.writable && written < 512 * 1_048_576) {
        written += chunk.length;
        if (!socket.write(Buffer.concat([Buffer.from("10000\r\n"), chunk, Buffer.from("\r\n")])))
          return;
      }
    };
    const before = process.memoryUsage().rss;
    pour();
    await ended;
    expect(statusOf(received())).toBe(413);
    expect(written).toBeLessThan(200 * 1_048_576);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1_048_576);
  });

  it("leaves the collector able to answer", async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe("an address that leads out of the page's files", () => {
  it("is told from one that does not (control)", async () => {
    const answer = await server.send(get("/analytics/assets/index-1.js"));
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain("export {};");
  });

  it.each([
    "/analytics/assets/../../../../etc/passwd",
    "/analytics/assets/..%2f..%2f..%2fetc%2fpasswd",
    "/analytics/assets/../../package.json",
    "/analytics/assets/%2e%2e/%2e%2e/package.json",
    "/analytics/assets/..%5c..%5cpackage.json",
    "/analytics/assets/%252e%252e%252fpackage.json",
    "/analytics/assets//etc/passwd",
    "/analytics/assets/%00",
    "/analytics/assets/%ff",
    "/analytics/assets/__proto__",
    "/analytics/assets/constructor",
    "/analytics/../package.json",
    "//etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/.api/analytics/../../etc/passwd",
    "/.api/analytics/exports/..%2f..%2fevents.db",
  ])("finds nothing: %s", async (target) => {
    const answer = await server.send(get(target));
    expect(statusOf(answer)).toBe(404);
    expect(answer).not.toMatch(/root:|"dependencies"|SQLite format/);
  });
});
