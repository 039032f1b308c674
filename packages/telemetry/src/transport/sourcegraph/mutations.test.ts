import type { EventBatch } from "@action-telemetry/event-schema";
import {
  buildSchema,
  graphql,
  type GraphQLSchema,
  parse,
  validate,
  type ExecutionResult,
} from "graphql";
import { describe, expect, it } from "vitest";
import { createLogEventsTransport } from "./createLogEventsTransport.ts";
import { createRecordEventsTransport } from "./createRecordEventsTransport.ts";

const older = buildSchema(`
  type Query { version: String }
  type EmptyResponse { alwaysNil: String }
  enum EventSource { WEB CODEHOSTINTEGRATION BACKEND STATICWEB }
  input Event {
    event: String!
    userCookieID: String!
    url: String!
    source: EventSource!
    cohortID: String
    firstSourceURL: String
    lastSourceURL: String
    referrer: String
    argument: String
    publicArgument: String
    deviceID: String
    eventID: Int
    insertID: String
  }
  type Mutation { logEvents(events: [Event!]): EmptyResponse }
`);

const newer = buildSchema(`
  scalar JSONValue
  scalar DateTime
  type Query { version: String }
  type EmptyResponse { alwaysNil: String }
  input TelemetryEventSourceInput { client: String! clientVersion: String }
  input TelemetryEventMetadataInput { key: String! value: JSONValue! }
  input TelemetryEventBillingMetadataInput { product: String! category: String! }
  input TelemetryEventParametersInput {
    version: Int!
    interactionID: String
    metadata: [TelemetryEventMetadataInput!]
    privateMetadata: JSONValue
    billingMetadata: TelemetryEventBillingMetadataInput
  }
  input TelemetryEventMarketingTrackingInput {
    url: String firstSourceURL: String cohortID: String referrer: String lastSourceURL: String
    deviceSessionID: String sessionReferrer: String sessionFirstURL: String
  }
  input TelemetryEventInput {
    timestamp: DateTime
    feature: String!
    action: String!
    source: TelemetryEventSourceInput!
    parameters: TelemetryEventParametersInput!
    marketingTracking: TelemetryEventMarketingTrackingInput
  }
  type TelemetryMutation { recordEvents(events: [TelemetryEventInput!]!): EmptyResponse }
  type Mutation { telemetry: TelemetryMutation! }
`);

const id = "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71";
const header = {
  version: 1,
  sentAt: "2026-11-22T16:20:01.000Z",
  source: "CODEHOSTINTEGRATION",
  anonymizedUserId: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  sourcegraphURL: "https://sourcegraph.example.com",
  platform: "chrome-extension",
  client: { name: "browser-extension", version: "1.4.0" },
} as const;
const event = { id, name: "git.blame.toggle", time: "2026-11-22T16:20:00.000Z" } as const;
const detailed = {
  ...event,
  surface: "toolbar",
  trigger: "pointer",
  alt: true,
  trusted: false,
} as const;
const opted = { ...event, arguments: { lines: 12, platform: "forged" } } as const;
const completed = { ...event, name: "action.completed", outcome: "failed", durationMs: 8, of: id };
const everything = {
  ...header,
  dropped: { "queue-full": 3 },
  events: [event, detailed, opted, completed],
} as EventBatch;

/** Runs a body on a schema as an instance would; returns its answer and the events it was given. */
async function run(schema: GraphQLSchema, body: string) {
  const { query, variables } = JSON.parse(body) as { query: string; variables: object };
  expect(validate(schema, parse(query))).toEqual([]);
  const given: unknown[] = [];
  const take = ({ events }: { events: readonly unknown[] }) => {
    given.push(...events);
    return { alwaysNil: null };
  };
  const rootValue = { logEvents: take, telemetry: { recordEvents: take } };
  const answer: ExecutionResult = await graphql({
    schema,
    source: query,
    rootValue,
    variableValues: variables as Record<string, unknown>,
  });
  return { answer, given: given as Record<string, unknown>[] };
}

describe("The mutation logEvents", () => {
  const transport = createLogEventsTransport();

  it("is one that an older instance takes, with everything an event can have", async () => {
    const { answer, given } = await run(older, transport.encode(everything));
    expect(answer).toEqual({ data: { logEvents: { alwaysNil: null } } });
    expect(given).toHaveLength(5);
  });

  it("is none that a newer schema without it takes, so that the test above can see", () => {
    const { query } = JSON.parse(transport.encode(everything)) as { query: string };
    expect(validate(newer, parse(query)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining("logEvents"),
    );
  });

  it("carries the ID as event, and nothing that nobody opted in to", async () => {
    const { given } = await run(older, transport.encode({ ...header, events: [detailed] }));
    expect(
      given.map(({ argument, publicArgument, ...fields }) => [
        fields,
        JSON.parse(String(argument)),
        JSON.parse(String(publicArgument)),
      ]),
    ).toEqual([
      [
        {
          event: "git.blame.toggle",
          userCookieID: header.anonymizedUserId,
          url: "https://sourcegraph.example.com",
          source: "CODEHOSTINTEGRATION",
          insertID: id,
        },
        {
          platform: "chrome-extension",
          version: "1.4.0",
          client: "browser-extension",
          surface: "toolbar",
          trigger: "pointer",
          alt: true,
          trusted: false,
          time: event.time,
        },
        { platform: "chrome-extension", version: "1.4.0" },
      ],
    ]);
  });

  it("carries arguments that were opted in to below a key of their own, never in public", async () => {
    const { given } = await run(older, transport.encode({ ...header, events: [opted] }));
    expect(JSON.parse(String(given[0]?.["argument"]))).toMatchObject({
      platform: "chrome-extension",
      arguments: { lines: 12, platform: "forged" },
    });
    expect(given[0]?.["publicArgument"]).not.toContain("forged");
  });

  it.each([
    ["WEB", "WEB", undefined],
    ["CODEHOSTINTEGRATION", "CODEHOSTINTEGRATION", undefined],
    ["my-program", "WEB", "my-program"],
  ])("says of the source %s that it is %s", async (source, expected, named) => {
    const { given } = await run(older, transport.encode({ ...header, source, events: [event] }));
    expect(given[0]?.["source"]).toBe(expected);
    expect(JSON.parse(String(given[0]?.["argument"]))).toEqual(
      expect.objectContaining(named === undefined ? {} : { source: named }),
    );
  });

  it("reports drops as one more event", async () => {
    const body = transport.encode({ ...header, dropped: { "queue-full": 3 }, events: [] });
    const { given } = await run(older, body);
    expect(given.map((item) => [item["event"], JSON.parse(String(item["argument"]))])).toEqual([
      [
        "actionTelemetry.dropped",
        { platform: "chrome-extension", version: "1.4.0", dropped: { "queue-full": 3 } },
      ],
    ]);
  });
});

describe("The mutation recordEvents", () => {
  const transport = createRecordEventsTransport();

  it("is one that a newer instance takes, with everything an event can have", async () => {
    const { answer, given } = await run(newer, transport.encode(everything));
    expect(answer).toEqual({ data: { telemetry: { recordEvents: { alwaysNil: null } } } });
    expect(given).toHaveLength(5);
  });

  it("is none that an older schema without it takes, so that the test above can see", () => {
    const { query } = JSON.parse(transport.encode(everything)) as { query: string };
    expect(validate(older, parse(query)).length).toBeGreaterThan(0);
  });

  it("carries the ID as action, and nothing that nobody opted in to", async () => {
    const { given } = await run(newer, transport.encode({ ...header, events: [detailed] }));
    expect(given).toEqual([
      {
        feature: "action",
        action: "git.blame.toggle",
        timestamp: event.time,
        source: { client: "CODEHOSTINTEGRATION", clientVersion: "1.4.0" },
        parameters: {
          version: 1,
          privateMetadata: {
            action: "git.blame.toggle",
            id,
            anonymizedUserId: header.anonymizedUserId,
            sourcegraphURL: header.sourcegraphURL,
            platform: "chrome-extension",
            version: "1.4.0",
            client: "browser-extension",
            surface: "toolbar",
            trigger: "pointer",
            alt: true,
            trusted: false,
          },
        },
      },
    ]);
  });

  it("carries arguments that were opted in to as private metadata alone", async () => {
    const { given } = await run(newer, transport.encode({ ...header, events: [opted] }));
    expect(given[0]).toMatchObject({
      parameters: { privateMetadata: { platform: "chrome-extension", arguments: opted.arguments } },
    });
    expect(given[0]?.["parameters"]).not.toHaveProperty("metadata");
  });

  it.each([
    ["goToDefinition.preloaded", "goToDefinition.preloaded"],
    ["open-in-editor", "open-in-editor"],
    ["hover", "hover"],
    ["a".repeat(64), "a".repeat(64)],
    ["a".repeat(65), "executed"],
    ["a", "executed"],
    ["Capital", "executed"],
    ["sourcegraph/git-extras", "executed"],
    ["under_score", "executed"],
    ["digit2", "executed"],
  ])("of the ID %s says the action %s, and the ID in private metadata", async (name, action) => {
    const body = transport.encode({ ...header, events: [{ ...event, name }] });
    const { given } = await run(newer, body);
    expect(given).toMatchObject([
      { feature: "action", action, parameters: { privateMetadata: { action: name } } },
    ]);
    expect(action).toMatch(/^[a-z][a-zA-Z-.]+$/);
    expect(action.length).toBeLessThanOrEqual(64);
  });

  it("keeps every ID private when told to", async () => {
    const body = createRecordEventsTransport({ privateIds: true }).encode(everything);
    const { given } = await run(newer, body);
    expect(given.map(({ action }) => action)).toEqual([
      ...Array.from({ length: 4 }, () => "executed"),
      "dropped",
    ]);
    expect(given[0]).toMatchObject({ parameters: { privateMetadata: { action: event.name } } });
  });

  it("reports drops as one more event, in numbers", async () => {
    const body = transport.encode({ ...header, dropped: { "queue-full": 3 }, events: [] });
    const { given } = await run(newer, body);
    expect(given).toMatchObject([
      {
        feature: "actionTelemetry",
        action: "dropped",
        parameters: { metadata: [{ key: "queue-full", value: 3 }] },
      },
    ]);
  });
});
