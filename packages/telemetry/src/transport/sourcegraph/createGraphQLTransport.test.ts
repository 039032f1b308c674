import { describe, expect, it } from "vitest";
import { createClientFixture } from "../../testing/createClientFixture.ts";
import { createScriptedFetch, type ScriptedAnswer } from "../../testing/createScriptedFetch.ts";
import { createLogEventsTransport } from "./createLogEventsTransport.ts";
import { createRecordEventsTransport } from "./createRecordEventsTransport.ts";

const accepted = '{"data":{"logEvents":{"alwaysNil":null}}}';
const generations = [
  ["logEvents", createLogEventsTransport],
  ["recordEvents", createRecordEventsTransport],
] as const;

/** Records two actions against an instance that first gives one answer, and then accepts everything. */
async function send(answer: ScriptedAnswer, create = generations[0][1]) {
  const network = createScriptedFetch(answer, { status: 200, body: accepted });
  const fixture = createClientFixture({ transport: create({ fetch: network.fetch }) });
  fixture.record("a", "b");
  await fixture.clock.advance(50);
  return { ...fixture, network, first: await fixture.client.inspect() };
}

const errors = (...list: readonly object[]) => JSON.stringify({ data: null, errors: list });

describe.each(generations)("The transport of %s", (_mutation, create) => {
  it.each([
    ["https://instance.example", "https://instance.example/.api/graphql"],
    ["https://instance.example/code/", "https://instance.example/code/.api/graphql"],
  ])("posts events for %s to %s", async (instanceUrl, url) => {
    const network = createScriptedFetch({ status: 200, body: accepted });
    const headers = { authorization: "token a" };
    const transport = create({ fetch: network.fetch, headers });
    const { record, clock } = createClientFixture({ instanceUrl, transport });
    record("a");
    await clock.advance(50);
    expect(network.requests).toMatchObject([
      {
        url,
        init: {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-requested-with": "Action Telemetry",
            authorization: "token a",
          },
          credentials: "omit",
          referrerPolicy: "no-referrer",
          redirect: "error",
        },
      },
    ]);
  });

  it.each([
    accepted,
    '{"data":{"telemetry":{"recordEvents":{"alwaysNil":null}}}}',
    '{"data":{"logEvents":null}}',
    '{"data":{},"errors":[]}',
  ])("takes %s for an acknowledgement", async (body) => {
    const { first } = await send({ status: 200, body }, create);
    expect(first).toMatchObject({ queue: [], dropped: {}, status: "idle" });
  });

  it.each([
    errors({ message: "not authenticated" }),
    errors({ message: "x", extensions: { code: "UNAUTHENTICATED" } }),
    errors({ message: "x", extensions: { code: "ErrNotAuthenticated" } }),
    errors({ message: "fine" }, { message: "must be authenticated as an admin" }),
    '{"errors":[{"message":"Unauthorized"}]}',
  ])("%s: the events stay, and nothing is tried until a flush", async (body) => {
    const { first, network, clock, client } = await send({ status: 200, body }, create);
    expect(first).toMatchObject({ status: "paused", dropped: {} });
    expect(first.queue).toHaveLength(2);
    await clock.advance(3_600_000);
    expect(network.requests).toHaveLength(1);
    await client.flush();
    expect((await client.inspect()).queue).toEqual([]);
  });

  it.each([
    errors({ message: 'Cannot query field "telemetry" on type "Mutation".' }),
    errors({ message: 'Unknown type "TelemetryEventInput".' }),
    errors({ message: 'Variable "$events" got invalid value' }),
    errors({ message: "x", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }),
  ])("%s: an instance of the other generation; the events stay", async (body) => {
    const { first } = await send({ status: 200, body }, create);
    expect(first).toMatchObject({ status: "paused", dropped: {} });
    expect(first.queue).toHaveLength(2);
  });

  it.each([
    errors({ message: "internal server error" }),
    errors({}),
    '{"data":{"logEvents":null},"errors":[{"message":"context deadline exceeded"}]}',
    '{"data":{"logEvents":null},"errors":[null]}',
    '{"data":{"logEvents":null},"errors":"all"}',
    '{"data":null}',
    '{"errors":[]}',
    "{}",
    "null",
    "[]",
    "<html>Sign in</html>",
    "",
  ])("200 with %s: kept, and sent again", async (body) => {
    const { first, network, clock, client } = await send({ status: 200, body }, create);
    expect(first).toMatchObject({ dropped: {} });
    expect(first.queue).toHaveLength(2);
    await clock.advance(60_000);
    expect(network.requests).toHaveLength(2);
    expect((await client.inspect()).queue).toEqual([]);
  });

  it("keeps the events when the mutation is refused as unknown with status 400", async () => {
    const body = errors({ message: "x", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
    const { first } = await send({ status: 400, body }, create);
    expect(first).toMatchObject({ status: "paused", dropped: {} });
    expect(first.queue).toHaveLength(2);
  });

  it("does not take an answer for an acknowledgement that is too long to read", async () => {
    const { first, network } = await send({ status: 200, body: 10_000_000 }, create);
    expect(first.queue).toHaveLength(2);
    expect(network.bytesRead).toBeLessThanOrEqual(65_536 + 16_384);
  });

  it.each([
    [401, "paused", 2, {}],
    [404, "paused", 0, { "http-404": 2 }],
    [400, "idle", 0, { "http-400": 2 }],
    [500, "scheduled", 2, {}],
    [429, "scheduled", 2, {}],
  ])("%d: as with an instance", async (status, senderStatus, kept, dropped) => {
    const { first } = await send({ status, body: accepted }, create);
    expect(first).toMatchObject({ status: senderStatus, dropped });
    expect(first.queue).toHaveLength(kept);
  });
});

it("The transports have names that the inspector can show", () => {
  expect(generations.map(([, create]) => create().name)).toEqual([
    "sourcegraph-log-events",
    "sourcegraph-record-events",
  ]);
});
