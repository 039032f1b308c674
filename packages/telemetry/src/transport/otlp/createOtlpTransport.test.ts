import {
  ATTR_APP_INSTALLATION_ID,
  ATTR_LOG_RECORD_UID,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
} from "@opentelemetry/semantic-conventions/incubating";
import * as conventions from "@opentelemetry/semantic-conventions/incubating";
import { describe, expect, it } from "vitest";
import { createClientFixture } from "../../testing/createClientFixture.ts";
import { createScriptedFetch, type ScriptedAnswer } from "../../testing/createScriptedFetch.ts";
import { conventionalNames, ownNames } from "./attributeNames.ts";
import { countRejectedRecords } from "./countRejectedRecords.ts";
import { createOtlpTransport } from "./createOtlpTransport.ts";
import { toUnixNano } from "./toUnixNano.ts";

/** Records two actions against a receiver that gives one answer, and then accepts everything. */
async function send(answer: ScriptedAnswer) {
  const network = createScriptedFetch(answer, { status: 200, body: "{}" });
  const transport = createOtlpTransport({ fetch: network.fetch });
  const fixture = createClientFixture({ transport });
  fixture.record("a", "b");
  await fixture.clock.advance(50);
  return { ...fixture, network, first: await fixture.client.inspect() };
}

describe("createOtlpTransport", () => {
  it.each([
    ["https://instance.example", undefined, "https://instance.example/v1/logs"],
    ["https://instance.example/code/", undefined, "https://instance.example/code/v1/logs"],
    [
      "https://instance.example",
      "https://otel.example:4318/v1/logs",
      "https://otel.example:4318/v1/logs",
    ],
  ])("posts events for %s with the url %j to %s", async (instanceUrl, url, target) => {
    const network = createScriptedFetch({ status: 200 });
    const transport = createOtlpTransport({ ...(url && { url }), fetch: network.fetch });
    const { record, clock } = createClientFixture({ instanceUrl, transport });
    record("a");
    await clock.advance(50);
    expect(network.requests.map((request) => request.url)).toEqual([target]);
    expect(network.requests[0]?.init).toMatchObject({
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
    });
  });

  it("sends the headers it is given, but its own content type", async () => {
    const network = createScriptedFetch({ status: 200 });
    const headers = { authorization: "Bearer a", "content-type": "text/plain" };
    const transport = createOtlpTransport({ headers, fetch: network.fetch });
    const { record, clock } = createClientFixture({ transport });
    record("a");
    await clock.advance(50);
    expect(network.requests[0]?.init.headers).toEqual({
      authorization: "Bearer a",
      "content-type": "application/json",
    });
  });

  it.each(["", "/v1/logs", "ftp://a.example", "https://user:hunter2@a.example/v1/logs"])(
    "refuses the url %j with an error that says how to mend it",
    (url) => {
      expect(() => createOtlpTransport({ url })).toThrow(
        /^@action-telemetry\/telemetry: the option url .* Pass an http or https URL/,
      );
      expect(() => createOtlpTransport({ url })).not.toThrow("hunter2");
    },
  );

  it.each([429, 502, 503, 504, 302, "network-error", "hang"] as const)(
    "%s: kept, and sent again",
    async (answer) => {
      const { clock, network, client } = await send(
        typeof answer === "number" ? { status: answer } : answer,
      );
      await clock.advance(75_000);
      expect(network.requests.length).toBeGreaterThanOrEqual(2);
      expect((await client.inspect()).queue).toEqual([]);
    },
  );

  it.each([400, 405, 408, 415, 422, 425, 431, 500, 501, 505, 599])(
    "%d: lost and counted, for the protocol forbids to send it again",
    async (status) => {
      const { first, clock, network } = await send({ status });
      expect(first).toMatchObject({ queue: [], dropped: { [`http-${status}`]: 2 } });
      await clock.advance(3_600_000);
      // Nothing but the report of the drops may follow.
      expect(network.requests.slice(1).map(({ init }) => init.body)).not.toContainEqual(
        expect.stringContaining('"eventName":"a"'),
      );
    },
  );

  it.each([
    [401, "paused", 2, {}],
    [403, "paused", 2, {}],
    [404, "paused", 0, { "http-404": 2 }],
    [413, "idle", 0, {}],
  ])("%d: as with an instance", async (status, senderStatus, kept, dropped) => {
    const { first } = await send({ status });
    expect(first).toMatchObject({ status: senderStatus, dropped });
    expect(first.queue).toHaveLength(kept);
  });

  it("waits as long as Retry-After says", async () => {
    const { clock, network } = await send({ status: 503, headers: { "retry-after": "120" } });
    await clock.advance(119_000);
    expect(network.requests).toHaveLength(1);
    await clock.advance(1000);
    expect(network.requests).toHaveLength(2);
  });
});

describe("The answer of a receiver", () => {
  it.each([
    ['{"partialSuccess":{"rejectedLogRecords":"2"}}', 2],
    ['{"partialSuccess":{"rejectedLogRecords":2,"errorMessage":"x"}}', 2],
    ['{"partialSuccess":{"rejectedLogRecords":"999999"}}', 500],
    ['{"partialSuccess":{"rejectedLogRecords":"0","errorMessage":"a warning"}}', 0],
    ['{"partialSuccess":{"rejectedLogRecords":-1}}', 0],
    ['{"partialSuccess":{"rejectedLogRecords":1.5}}', 0],
    ['{"partialSuccess":{"rejectedLogRecords":"1e3"}}', 0],
    ['{"partialSuccess":{"rejectedLogRecords":{}}}', 0],
    ['{"partialSuccess":null}', 0],
    ['{"partialSuccess":{}}', 0],
    ["{}", 0],
    ["null", 0],
    ["<html>", 0],
    ["", 0],
    [undefined, 0],
  ])("%s names %d rejected records", (text, count) => {
    expect(countRejectedRecords(text)).toBe(count);
  });
});

describe("toUnixNano", () => {
  it.each([
    ["2026-11-22T16:20:00.123Z", "1795364400123000000"],
    ["2026-11-22T16:20:00.123456789Z", "1795364400123456789"],
    ["2026-11-22T16:20:00Z", "1795364400000000000"],
    ["1970-01-01T00:00:00.1Z", "100000000"],
    ["1969-12-31T23:59:59.999Z", "0"],
    ["0000-01-01T00:00:00Z", "0"],
    ["2554-07-21T23:34:33.709551615Z", "18446744073709551615"],
    ["2554-07-21T23:34:33.709551616Z", "0"],
    ["9999-12-31T23:59:59Z", "0"],
  ])("writes %s as %s", (timestamp, nanoseconds) => {
    expect(toUnixNano(timestamp)).toBe(nanoseconds);
  });
});

describe("The names of attributes", () => {
  it("are those of the semantic conventions where they have one", () => {
    expect(Object.values(conventionalNames)).toEqual([
      ATTR_SERVICE_NAME,
      ATTR_SERVICE_VERSION,
      ATTR_APP_INSTALLATION_ID,
      ATTR_LOG_RECORD_UID,
    ]);
  });

  it("are in a namespace of our own, which the conventions do not use, elsewhere", () => {
    const taken = Object.values(conventions).map(String);
    expect(taken).toContain("service.name");
    for (const name of Object.values(ownNames)) {
      expect(name).toMatch(/^action_telemetry\.[a-z_.]+$/);
      expect(taken).not.toContain(name);
    }
  });
});
