import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CollectorOptions } from "../collector/CollectorOptions.ts";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { keptError } from "../testing/keptError.ts";
import { ErrorForwarder, isDsn } from "./ErrorForwarder.ts";
import { writeErrorEnvelope } from "./writeErrorEnvelope.ts";

const now = 1_700_000_000_000;
const url = "http://localhost/.api/error-reports";

function setUp(options: Partial<CollectorOptions> = {}) {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, clock: { now: () => now }, ...options });
  const post = async (body: string, headers: Record<string, string> = {}) =>
    app.request(url, {
      method: "POST",
      body,
      headers: { "content-type": "text/plain", ...headers },
    });
  const read = async () => (await app.request("http://localhost/.api/analytics/errors")).json();
  return { app, store, post, read };
}

const envelope = (number = 0) => writeErrorEnvelope(keptError(number), now);

/** A server that takes envelopes, on a free port of loopback. */
async function startReceiver(status = 200) {
  const received: { readonly url: string; readonly body: string; readonly headers: object }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ url: request.url ?? "", body, headers: request.headers });
      response.writeHead(status).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return { received, dsn: `http://0123456789abcdef@127.0.0.1:${port}/sentry/7` };
}

describe("Error reports", () => {
  it("are kept, and shown to the administrator", async () => {
    const { post, read } = setUp();
    const answer = await post(envelope());
    expect([answer.status, await answer.json()]).toEqual([200, { id: keptError().id }]);
    await post(envelope(1));
    await post(envelope(1));
    expect(await read()).toEqual({
      forwarded: null,
      errors: [1, 0].map((number) => ({ ...keptError(number), receivedAt: now })),
    });
  });

  it("are forwarded where the administrator says so, written anew, and then not kept", async () => {
    const { received, dsn } = await startReceiver();
    const { post, read } = setUp({ errorDsn: dsn });
    expect(
      (await post(envelope(), { cookie: "secret", referer: "http://localhost/secret" })).status,
    ).toBe(200);
    await expect.poll(read).toEqual({ forwarded: { sent: 1, failed: 0, dropped: 0 }, errors: [] });
    expect(received).toHaveLength(1);
    expect(received[0]?.url).toBe(
      "/sentry/api/7/envelope/?sentry_version=7&sentry_key=0123456789abcdef",
    );
    expect(received[0]?.body).toBe(envelope());
    expect(JSON.stringify(received[0]?.headers)).not.toContain("secret");
  });

  it("of which a receiver will not have any are counted", async () => {
    const { dsn } = await startReceiver(403);
    const { post, read } = setUp({ errorDsn: dsn });
    await post(envelope());
    await expect.poll(read).toMatchObject({ forwarded: { failed: 1 } });
  });

  it("are refused whole when they say too much, and nothing of that is kept or repeated", async () => {
    const { post, read } = setUp();
    const answer = await post(envelope().replace('"platform"', '"message":"my secret","platform"'));
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("secret");
    expect(await read()).toEqual({ forwarded: null, errors: [] });
  });

  it("are refused when they are too long, whatever they say of their length", async () => {
    const { post, app } = setUp();
    expect((await post("x".repeat(32_769))).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    });
    const request = new Request(url, {
      method: "POST",
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect((await app.request(request)).status).toBe(413);
  });

  it("can be sent by pages of allowed origins, and by POST alone", async () => {
    const { app } = setUp({ allowedOrigins: ["https://app.example"] });
    const ask = async (headers: Record<string, string>) => {
      const answer = await app.request(url, { method: "POST", body: envelope(), headers });
      return [answer.status, answer.headers.get("access-control-allow-origin")];
    };
    expect(await ask({ origin: "https://app.example" })).toEqual([200, "https://app.example"]);
    for (const origin of [
      "https://evil.example",
      "https://app.example.evil.example",
      "http://localhost:8080",
      "null",
    ]) {
      expect([origin, await ask({ origin })]).toEqual([origin, [403, null]]);
    }
    // Its own pages, extensions and programs; and its own ones behind a proxy that it does not know.
    for (const headers of [
      { origin: "http://localhost" },
      { origin: "chrome-extension://fignfifoniblkonapihmkfakmlgkbkcf" },
      { origin: "moz-extension://0d9d6f3e-0c3f-4c7a-8f0e-3d5b6f1f4f7c" },
      { origin: "https://instance.example", "sec-fetch-site": "same-origin" },
      {},
    ]) {
      expect(await ask(headers)).toEqual([200, null]);
    }
    const answer = await app.request(url, { method: "PUT", body: "x" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });

  it("wait for a database that does not answer", async () => {
    const { post, store } = setUp();
    await store.close();
    const answer = await post(envelope());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  });
});

describe("A forwarder", () => {
  it("has at most twenty reports on their way", async () => {
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const forwarder = new ErrorForwarder({
      dsn: "https://key@sentry.example/7",
      clock: { now: () => now },
      fetch: async () => {
        await gate;
        return new Response("{}");
      },
    });
    for (let number = 0; number < 25; number += 1) forwarder.forward(keptError(number));
    expect(forwarder.counts).toEqual({ sent: 0, failed: 0, dropped: 5 });
    answer();
    await expect.poll(() => forwarder.counts).toEqual({ sent: 20, failed: 0, dropped: 5 });
  });

  it("cannot be made without the address of a project", () => {
    for (const dsn of [
      "",
      "https://sentry.example/7",
      "https://key@sentry.example",
      "ftp://key@x/7",
    ]) {
      expect(isDsn(dsn)).toBe(false);
      expect(() => new ErrorForwarder({ dsn, clock: { now: () => now } })).toThrow(
        /DSN of a project/u,
      );
    }
  });
});
