import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { OTLPLogExporter as JsonExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { OTLPLogExporter as ProtobufExporter } from "@opentelemetry/exporter-logs-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { LoggerProvider, SimpleLogRecordProcessor } from "@opentelemetry/sdk-logs";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testNow } from "../testing/batches.ts";

const url = "http://localhost/v1/logs";
const { anonymizedUserId: testUser } = testBatch([]);

function setUp() {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  const post = (body: BodyInit, type = "application/json", headers: Record<string, string> = {}) =>
    app.request(url, { method: "POST", body, headers: { "content-type": type, ...headers } });
  return { app, store, post };
}

const string = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const nanoseconds = (time: number) => `${time}000000`;

/** An export request of records, by a resource that says whose they are. */
function requestOf(records: readonly object[], resource: readonly object[] = [whose]) {
  return JSON.stringify({
    resourceLogs: [{ resource: { attributes: resource }, scopeLogs: [{ logRecords: records }] }],
  });
}

const whose = string("app.installation.id", testUser);
const record = (eventName: string, more: object = {}) => ({
  eventName,
  timeUnixNano: nanoseconds(testNow - 1000),
  attributes: [string("action_telemetry.surface", "toolbar")],
  ...more,
});

describe("Logs of OpenTelemetry", () => {
  it.each([
    ["JSON", JsonExporter],
    ["protobuf", ProtobufExporter],
  ])("are taken from its own SDK, written as %s", async (_format, Exporter) => {
    const { app, store } = setUp();
    const listener = getRequestListener(app.fetch);
    const server = createServer((request, response) => void listener(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    });
    const { port } = server.address() as AddressInfo;
    const exporter = new Exporter({ url: `http://127.0.0.1:${port}/v1/logs` });
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({
        "service.name": "editor",
        "service.version": "2.1.0",
        "app.installation.id": testUser,
      }),
      processors: [new SimpleLogRecordProcessor({ exporter })],
    });
    provider.getLogger("actions").emit({
      eventName: "git.blame.toggle",
      timestamp: testNow - 1000,
      attributes: {
        "action_telemetry.surface": "toolbar",
        "action_telemetry.trigger": "keyboard",
        "action_telemetry.arguments": { lines: 12, on: true, list: ["a", 0.5], deep: { a: 1 } },
        "something.else": "is passed over",
      },
    });
    await provider.forceFlush();
    await provider.shutdown();
    expect(await store.latest(10)).toMatchObject([
      {
        name: "git.blame.toggle",
        surface: "toolbar",
        trigger: "keyboard",
        arguments: '{"lines":12,"on":true,"list":["a",0.5],"deep":{"a":1}}',
        source: "OTLP",
        platform: "otlp",
        anonymizedUserId: testUser,
        sourcegraphURL: `http://127.0.0.1:${port}`,
        client: { name: "editor", version: "2.1.0" },
        clientTime: testNow - 1000,
      },
    ]);
  });

  it("count once when they are sent again, also without an ID of their own", async () => {
    const { post, store } = setUp();
    const body = requestOf([record("a.run"), record("b.run"), record("a.run", { attributes: [] })]);
    for (let time = 0; time < 3; time += 1) {
      const answer = await post(body);
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
    }
    expect(await store.latest(10)).toHaveLength(3);
  });

  it("are found by the attribute that was an event's name before it had a field", async () => {
    const { post, store } = setUp();
    const attributes = [string("event.name", "old.run")];
    await post(requestOf([record("", { attributes })]));
    expect(await store.latest(10)).toMatchObject([{ name: "old.run" }]);
  });

  it("that are no events, or nobody's, are counted and told", async () => {
    const { post, store } = setUp();
    const some = await post(requestOf([record("a.run"), record("not an ID"), record("")]));
    expect(await some.json()).toEqual({
      partialSuccess: { rejectedLogRecords: "2", errorMessage: "invalid-name" },
    });
    const nobody = await post(requestOf([record("b.run")], []));
    expect(await nobody.json()).toEqual({
      partialSuccess: {
        rejectedLogRecords: "1",
        errorMessage: "anonymizedUserId must be a random identifier.",
      },
    });
    expect(await store.latest(10)).toHaveLength(1);
  });

  it("of more than one batch's worth are taken all", async () => {
    const { post, store } = setUp();
    const records = Array.from({ length: 1203 }, (_, index) => record(`a.${index}`));
    expect(await (await post(requestOf(records))).json()).toEqual({});
    expect(await store.latest(2000)).toHaveLength(1203);
  });

  it("may be compressed", async () => {
    const { post, store } = setUp();
    const body = gzipSync(requestOf([record("a.run")]));
    await post(new Uint8Array(body), "application/json", { "content-encoding": "gzip" });
    expect(await store.latest(10)).toHaveLength(1);
  });

  it.each([
    ["no type", "{}", "text/plain", 415],
    ["a type by the name of what every object has", "{}", "constructor", 415],
    ["no JSON", "{", "application/json", 400],
    ["no request", "[]", "application/json", 400],
    ["a wrong type", '{"resourceLogs":{"a":1}}', "application/json", 400],
    ["a list instead of a record", '{"resourceLogs":[[]]}', "application/json", 400],
    ["a nested bomb", "[".repeat(100_000), "application/json", 400],
    ["no protobuf", "\u0000\u0001\u0002", "application/x-protobuf", 400],
  ])("are refused when they are %s", async (_what, body, type, status) => {
    const { post } = setUp();
    expect((await post(body, type)).status).toBe(status);
  });

  it("are refused when they nest beyond all bounds in protobuf", async () => {
    const { post } = setUp();
    // A value in a list in a value in a list, a hundred thousand times, each with the length of the rest.
    let body: Uint8Array = new Uint8Array();
    const wrap = (tag: number, inner: Uint8Array) => {
      const length = [];
      for (
        let rest = inner.length;
        rest > 0 || length.length === 0;
        rest = Math.floor(rest / 128)
      ) {
        length.push(rest >= 128 ? (rest % 128) + 128 : rest);
      }
      return Uint8Array.from([tag, ...length, ...inner]);
    };
    for (let depth = 0; depth < 2000; depth += 1) body = wrap(0x0a, wrap(0x2a, body));
    const attribute = wrap(0x32, wrap(0x12, body));
    const logs = wrap(0x0a, wrap(0x12, wrap(0x12, attribute)));
    const answer = await post(new Uint8Array(logs), "application/x-protobuf");
    expect(answer.status).toBeLessThan(500);
  });

  it("never cost more than an answer below 500, whatever is sent", async () => {
    const { post } = setUp();
    const json = fc.json({ maxDepth: 6 });
    const shaped = fc.record({ resourceLogs: fc.array(fc.jsonValue({ maxDepth: 8 })) });
    const bodies = fc.oneof(
      json.map((body) => [body, "application/json"] as const),
      shaped.map((body) => [JSON.stringify(body), "application/json"] as const),
      fc
        .uint8Array({ maxLength: 200 })
        .map((body) => [new Uint8Array(body), "application/x-protobuf"] as const),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async ([body, type]) => {
        expect((await post(body, type)).status).toBeLessThan(500);
      }),
      { numRuns: 1000 },
    );
  });

  it("wait for a database that does not answer", async () => {
    const { post, store } = setUp();
    await store.close();
    expect((await post(requestOf([record("a.run")]))).status).toBe(503);
  });
});
