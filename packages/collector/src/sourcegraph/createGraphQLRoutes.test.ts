import { type TelemetryEventInput, TelemetryRecorderProvider } from "@sourcegraph/telemetry";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testEventId, testNow } from "../testing/batches.ts";

const url = "https://instance.example/.api/graphql";
const logEvents =
  "mutation LogEvents($events: [Event!]) { logEvents(events: $events) { alwaysNil } }";
const recordEvents =
  "mutation RecordEvents($events: [TelemetryEventInput!]!) { telemetry { recordEvents(events: $events) { alwaysNil } } }";

function setUp() {
  const store = openSqliteStore(":memory:");
  onTestFinished(() => store.close());
  const { app } = createCollector({ store, clock: { now: () => testNow } });
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const init = {
      method: "POST",
      body: text,
      headers: { "content-type": "application/json", ...headers },
    };
    const answer = await app.request(url, init);
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  return { store, post, stored: () => store.latest(1000) };
}

/** An event as the web application of a Sourcegraph instance logs it, private data and all. */
const legacy = {
  event: "goToDefinition.preloaded",
  userCookieID: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  url: "https://sourcegraph.example.com/github.com/secret/repo/-/blob/secret.go#L7",
  source: "WEB",
  cohortID: "2026-11-16",
  referrer: "https://secret.example/",
  firstSourceURL: "https://secret.example/first",
  deviceID: "secret-device",
  eventID: 7,
  insertID: "6b1c7a4e-1d7f-4a59-8b0a-1f2e3d4c5b6a",
  argument: '{"platform":"web","query":"secret query","repository":"secret/repo"}',
  publicArgument: '{"platform":"web","secret":1}',
};

describe("The mutation logEvents", () => {
  it("is taken as older clients send it; of what they say, an action's event and no more is kept", async () => {
    const { post, stored } = setUp();
    const answer = await post({ query: logEvents, variables: { events: [legacy] } });
    expect(answer).toEqual({ status: 200, json: { data: { logEvents: { alwaysNil: null } } } });
    const events = await stored();
    expect(events).toMatchObject([
      {
        name: "goToDefinition.preloaded",
        source: "WEB",
        platform: "web",
        anonymizedUserId: legacy.userCookieID,
        sourcegraphURL: "https://sourcegraph.example.com",
        client: { name: "unknown", version: "0" },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain("secret");
  });

  it("counts an event once that is sent again, and every one that has no ID of its own", async () => {
    const { post, stored } = setUp();
    const { insertID: _, ...plain } = legacy;
    for (let time = 0; time < 2; time += 1) {
      await post({ query: logEvents, variables: { events: [legacy, plain] } });
    }
    expect(await stored()).toHaveLength(3);
  });

  it("carries all that this project's clients say", async () => {
    const { post, stored } = setUp();
    const argument = {
      platform: "chrome-extension",
      version: "1.4.0",
      client: "browser-extension",
      surface: "toolbar",
      trigger: "pointer",
      alt: true,
      arguments: { lines: 12 },
      time: new Date(testNow - 500).toISOString(),
    };
    const event = { ...legacy, insertID: testEventId(1), argument: JSON.stringify(argument) };
    const dropped = {
      ...legacy,
      event: "actionTelemetry.dropped",
      argument: JSON.stringify({ platform: "web", version: "1", dropped: { "queue-full": 3 } }),
    };
    await post({ query: logEvents, variables: { events: [event, dropped] } });
    expect(await stored()).toMatchObject([
      {
        id: testEventId(1),
        surface: "toolbar",
        trigger: "pointer",
        alt: true,
        arguments: '{"lines":12}',
        platform: "chrome-extension",
        client: { name: "browser-extension", version: "1.4.0" },
        clientTime: testNow - 500,
      },
    ]);
  });

  it("may log one event alone, as the oldest clients did", async () => {
    const { post, stored } = setUp();
    const query = `mutation { logEvent(event: "hover", userCookieID: "u", url: "", source: CODEHOSTINTEGRATION) { alwaysNil } }`;
    expect((await post({ query })).status).toBe(200);
    expect(await stored()).toMatchObject([{ name: "hover", source: "CODEHOSTINTEGRATION" }]);
  });
});

describe("The mutation telemetry.recordEvents", () => {
  it("takes what @sourcegraph/telemetry exports, and names an event by feature and action", async () => {
    const { post, stored } = setUp();
    const exported: Promise<unknown>[] = [];
    const provider = new TelemetryRecorderProvider(
      { client: "vscode", clientVersion: "1.2.3" },
      {
        exportEvents: async (events: TelemetryEventInput[]) => {
          const headers = { "x-sourcegraph-actor-anonymous-uid": "person-1" };
          const answer = post({ query: recordEvents, variables: { events } }, headers);
          exported.push(answer);
          await answer;
        },
      },
    );
    provider.getRecorder().recordEvent("codeNavigation", "goToDefinition", {
      metadata: { line: 7 },
      privateMetadata: { file: "secret.go" },
    });
    provider.unsubscribe();
    expect(await Promise.all(exported)).toEqual([
      { status: 200, json: { data: { telemetry: { recordEvents: { alwaysNil: null } } } } },
    ]);
    const events = await stored();
    expect(events).toMatchObject([
      {
        name: "codeNavigation.goToDefinition",
        source: "vscode",
        anonymizedUserId: "person-1",
        client: { name: "vscode", version: "1.2.3" },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain("secret");
  });

  it("counts an event once that is sent again", async () => {
    const { post, stored } = setUp();
    const event = {
      feature: "blob",
      action: "open",
      timestamp: new Date(testNow).toISOString(),
      source: { client: "web" },
      parameters: { version: 0 },
    };
    for (let time = 0; time < 3; time += 1) {
      await post({ query: recordEvents, variables: { events: [event] } });
    }
    expect(await stored()).toHaveLength(1);
  });
});

describe("A request that is none of these", () => {
  it.each([
    ["no JSON", "{", 400],
    ["no object", "[]", 400],
    ["no query", "{}", 400],
    ["a query that cannot be read", { query: "mutation {" }, 400],
    ["another mutation", { query: "mutation { deleteUser(id: 1) { alwaysNil } }" }, 400],
    ["a field too many", { query: `mutation { logEvents(events: []) { secret } }` }, 400],
    ["too many tokens", { query: `{ ${"productVersion ".repeat(3000)} }` }, 400],
    ["variables that are none", { query: "{ productVersion }", variables: [] }, 400],
  ])("is refused: %s", async (_what, body, status) => {
    const { post, stored } = setUp();
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.json).toHaveProperty("errors");
    expect(await stored()).toEqual([]);
  });

  it("stores nothing where a variable is wrong, or there are too many events", async () => {
    const { post, stored } = setUp();
    for (const events of [
      [{ ...legacy, source: "OTHER" }],
      Array.from({ length: 501 }, () => legacy),
    ]) {
      const { json } = await post({ query: logEvents, variables: { events } });
      expect(json).toHaveProperty("errors");
    }
    expect(await stored()).toEqual([]);
  });

  it("stores no event whose name is none, and says no word of what was logged", async () => {
    const { post, stored } = setUp();
    const events = [
      { ...legacy, event: "my secret file.ts" },
      { ...legacy, userCookieID: "not an ID" },
    ];
    const answer = await post({ query: logEvents, variables: { events } });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(await stored()).toEqual([]);
  });

  it("never gets an answer of 500 or more, whatever it says", async () => {
    const { post } = setUp();
    const event = fc.record(
      {
        event: fc.string(),
        userCookieID: fc.string(),
        url: fc.string(),
        source: fc.constant("WEB"),
        argument: fc.json(),
        insertID: fc.string(),
      },
      { requiredKeys: ["event", "userCookieID", "url", "source"] },
    );
    const bodies = fc.oneof(
      fc.json(),
      fc
        .array(event, { maxLength: 3 })
        .map((events) => ({ query: logEvents, variables: { events } })),
      fc.string().map((query) => ({ query })),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect((await post(body)).status).toBeLessThan(500);
      }),
      { numRuns: 1000 },
    );
  });

  it("waits for a database that does not answer", async () => {
    const { post, store } = setUp();
    await store.close();
    expect((await post({ query: logEvents, variables: { events: [legacy] } })).status).toBe(503);
  });
});
