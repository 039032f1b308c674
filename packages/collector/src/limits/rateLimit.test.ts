import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent, testRequest } from "../testing/batches.ts";

let store: EventStore;
let now: number;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  now = 0;
});
afterEach(() => store.close());

function start(burst: number) {
  const { app } = createCollector({
    store,
    clock: { now: () => now },
    rateLimit: { perSecond: 1, burst },
    allowedOrigins: ["https://app.example.com"],
    pageDirectory: "/nowhere",
  });
  return (request: Request, remoteAddress = "127.0.0.1") =>
    app.fetch(request, { incoming: { socket: { remoteAddress } } });
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers = {}) => testRequest(body, headers);
const get = (path: string) => new Request(`http://localhost${path}`);

describe("An address that is too fast", () => {
  it("gets 429 with Retry-After, whatever its forwarding header says, and nobody else does", async () => {
    const send = start(2);
    const from = (address: string, forwarded: string) =>
      send(post("{}", { "x-forwarded-for": forwarded }), address);
    expect((await from("192.0.2.1", "a")).status).toBe(400);
    expect((await from("192.0.2.1", "b")).status).toBe(400);
    const limited = await from("192.0.2.1", "c");
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("1");
    expect(await limited.json()).toMatchObject({ error: { code: "too-many-requests" } });
    expect((await from("192.0.2.2", "a")).status).toBe(400);
  });

  it("shares its limit with its network of IPv6, and among all routes", async () => {
    const send = start(3);
    const paths = ["/.api/session", "/.api/openapi.json", "/analytics"];
    for (const path of paths)
      expect((await send(get(path), `2001:db8::${path.length}`)).status).not.toBe(429);
    for (const path of [
      ...paths,
      "/metrics",
      "/.api/instance",
      "/.api/ping/preview",
      "/.api/analytics/events",
    ]) {
      expect((await send(get(path), "2001:db8::abcd")).status).toBe(429);
    }
    expect((await send(post("{}"), "2001:db8::abcd")).status).toBe(429);
    // What watches over the instance must not take it for ill because somebody else is too fast.
    for (const status of [200, 200, 200, 429]) {
      expect((await send(get("/healthz"), "2001:db8::abcd")).status).toBe(status);
    }
    now += 1000;
    expect((await send(post("{}"), "2001:db8::abcd")).status).toBe(400);
  });

  it("can be a page, which is told so", async () => {
    const send = start(1);
    const headers = { origin: "https://app.example.com" };
    await send(post("{}", headers));
    const limited = await send(post("{}", headers));
    expect(limited.status).toBe(429);
    expect(limited.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
    expect(limited.headers.get("access-control-expose-headers")).toBe("retry-after");
  });
});

describe("What a request costs", () => {
  it("is one, and one more for every 64 KB of its body", async () => {
    const send = start(10);
    const large = JSON.stringify(testBatch([testEvent(1)])).padEnd(5 * 65_536);
    expect((await send(post(large, { "content-length": String(large.length) }))).status).toBe(200);
    for (let n = 0; n < 4; n += 1) expect((await send(post("{}"))).status).toBe(400);
    expect((await send(post("{}"))).status).toBe(429);
  });

  it("is a connection for who is too fast with a large body: the rest of it is not read", async () => {
    const send = start(1);
    const large = () => post("", { "content-length": "100000" });
    await send(large());
    expect((await send(large())).headers.get("connection")).toBe("close");
    expect((await send(post("{}"))).headers.get("connection")).toBeNull();
  });

  it("is forty more for a body that turns out to be too large", async () => {
    const send = start(60);
    const bomb = () => post("", { "content-length": "2000000" });
    expect((await send(bomb())).status).toBe(413);
    expect((await send(bomb())).status).toBe(429);
  });

  it("is nineteen more for every 64 KB of a body that turned out to be nonsense", async () => {
    const send = start(205);
    const nonsense = () => post(" ".repeat(5 * 65_536), { "content-length": String(5 * 65_536) });
    expect((await send(nonsense())).status).toBe(400);
    expect((await send(nonsense())).status).toBe(400);
    expect((await send(nonsense())).status).toBe(429);
    expect((await send(post("{}"))).status).toBe(400);
  });

  it("is that of the inflated body, and much more while that is not known", async () => {
    const send = start(100);
    const sendCompressed = async (text: string) =>
      send(post(new Uint8Array(gzipSync(text)), { "content-encoding": "gzip" }));
    const sound = JSON.stringify(testBatch([testEvent(1)]));
    const three = Array.from({ length: 3 }, () => sendCompressed(sound));
    expect((await Promise.all(three)).map(({ status }) => status)).toEqual([200, 200, 429]);
    for (let n = 0; n < 10; n += 1) expect((await sendCompressed(sound)).status).toBe(200);
    expect((await sendCompressed(sound + " ".repeat(200_000))).status).toBe(200);
    expect((await sendCompressed("{}")).status).toBe(400);
    for (let n = 0; n < 83; n += 1) expect((await send(post("{}"))).status).toBe(400);
    expect((await send(post("{}"))).status).toBe(429);
  });
});
