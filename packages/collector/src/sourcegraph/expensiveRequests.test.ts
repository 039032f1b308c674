import { expect, it } from "vitest";
import { testBatch, testNow } from "../testing/batches.ts";
import { type GraphQLRequest, runMutation } from "./runMutation.ts";

const { anonymizedUserId: userCookieID } = testBatch([]);
const logEvents = "mutation ($events: [Event!]) { logEvents(events: $events) { alwaysNil } }";
const event = { event: "a.run", userCookieID, url: "http://localhost/", source: "WEB" };
const secret = "secret-".repeat(1000);

async function answerOf(request: GraphQLRequest) {
  const origin = "http://localhost";
  const ran = await runMutation(request, { origin, anonymousId: undefined, now: testNow });
  return ran.ok ? ran.value : { answer: ran.error, batches: [] };
}

it.each<[string, GraphQLRequest]>([
  ["in a variable", { query: logEvents, variables: { events: [{ [secret]: 1 }] } }],
  ["in the query", { query: `mutation { logEvents(events: "${secret}") { alwaysNil } }` }],
  ["as a field", { query: `{ ${secret.replaceAll("-", "")} }` }],
])("A mistake %s is told, but not all of it", async (_where, request) => {
  const { answer, batches } = await answerOf(request);
  expect(batches).toEqual([]);
  expect(JSON.stringify(answer)).toMatch(/secret/);
  expect(JSON.stringify(answer).length).toBeLessThan(500);
});

it.each<[string, GraphQLRequest]>([
  ["a hundred variables", { query: logEvents, variables: { events: Array(100).fill(1) } }],
  [
    "a hundred fields",
    { query: `{ ${Array.from({ length: 100 }, (_, n) => `f${n}`).join(" ")} }` },
  ],
  [
    "ten lists of too many events",
    {
      query: `mutation ($events: [Event!]) { ${Array.from({ length: 10 }, (_, n) => `a${n}: logEvents(events: $events) { alwaysNil }`).join(" ")} }`,
      variables: { events: Array(501).fill(event) },
    },
  ],
])("Of the mistakes in %s one is told", async (_what, request) => {
  const { answer, batches } = await answerOf(request);
  expect(batches).toEqual([]);
  expect("errors" in answer ? answer.errors : [answer]).toHaveLength(1);
});

it("What is asked for under many names together counts as one list of events", async () => {
  const query = `mutation ($events: [Event!]) { a: logEvents(events: $events) { alwaysNil } b: logEvents(events: $events) { alwaysNil } }`;
  const events = (count: number) => ({ events: Array(count).fill(event) });
  expect((await answerOf({ query, variables: events(250) })).batches).toHaveLength(500);
  expect((await answerOf({ query, variables: events(251) })).batches).toEqual([]);
});

it.each(["{ __schema { types { name } } }", '{ __type(name: "Event") { name } }'])(
  "The schema is nothing to be asked for: %s",
  async (query) => {
    expect((await answerOf({ query })).answer).toMatchObject({ status: 400 });
  },
);

it("Fragments that use each other in a circle are refused", async () => {
  const query = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }";
  expect((await answerOf({ query })).answer).toMatchObject({ status: 400 });
});

it("Fragments that use the next twice each are gone through once", async () => {
  const fragments = Array.from(
    { length: 60 },
    (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
  );
  const query = `{ ...f0 } ${fragments.join(" ")} fragment f60 on Query { productVersion }`;
  const data = { productVersion: "action-telemetry" };
  expect((await answerOf({ query })).answer).toEqual({ data });
});
