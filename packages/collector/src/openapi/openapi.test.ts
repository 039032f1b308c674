import { Validator } from "@seriousme/openapi-schema-validator";
import { Compile } from "typebox/compile";
import { Clean } from "typebox/value";
import type { TSchema } from "typebox";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Collector, createCollector } from "../collector/createCollector.ts";
import { writeErrorEnvelope } from "../errors/writeErrorEnvelope.ts";
import { exportOperations } from "../export/exportOperations.ts";
import { refusalAnswer } from "../analytics/answers/recordAnswers.ts";
import { analyticsOperations } from "../analytics/analyticsOperations.ts";
import type { Parameter } from "../query/Parameter.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import type { EventStore } from "../store/EventStore.ts";
import { testBatch, testEvent, testNow } from "../testing/batches.ts";
import { keptError } from "../testing/keptError.ts";
import { seedStore } from "../testing/seedStore.ts";
import { operations } from "./createOpenApiRoutes.ts";
import { openApiPath } from "./instanceOperations.ts";

let store: EventStore;
let collector: Collector;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  collector = createCollector({ store, clock: { now: () => testNow } });
});
afterEach(async () => {
  await collector.close();
  await store.close();
});

const ask = async (path: string, init?: RequestInit) =>
  collector.app.request(`http://localhost${path}`, init);

describe("The API's document", () => {
  it("is sound OpenAPI 3.1", async () => {
    const document: unknown = await (await ask("/.api/openapi.json")).json();
    const { valid, errors } = await new Validator().validate(document as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has every route of the collector, and no other", () => {
    const isMethod = (method: string) => /^(?:GET|POST|PUT|PATCH|DELETE)$/u.test(method);
    const served = collector.app.routes
      .filter(({ method }) => isMethod(method))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, "{$1}")}`);
    const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(documented.toSorted()).toEqual([...new Set(served)].toSorted());
  });

  it.each([
    ["/.api/graphql", "post", 400, { query: "" }],
    ["/.api/action-events", "post", 400, {}],
    ["/analytics/assets/{name}", "get", 404, undefined],
    ["/.api/analytics/exports/{file}", "get", 404, undefined],
  ] as const)("describes how %s refuses", async (path, method, status, body) => {
    const address = path.replace(/\{\w+\}/u, "none.js");
    const given = await (body === undefined ? ask(address) : post(address, body));
    expect(given.status).toBe(status);
    const { refusal } = operations.find((one) => one.path === path && one.method === method) ?? {};
    const content = refusal ?? { "application/json": refusalAnswer };
    const type = given.headers.get("content-type")?.split(";")[0] ?? "";
    expect(Object.keys(content)).toEqual([type]);
    const schema = content[type];
    const faults = typeof schema === "object" ? errorsIn(schema, await given.json()) : [];
    expect(faults).toEqual([]);
  });

  it("describes what is really answered", async () => {
    await seedStore(store, { now: testNow, days: 40, visits: 5 });
    const batch = testBatch([testEvent(1), testEvent(2, { id: "no" as string })]);
    const answers = new Map([
      ["post /.api/action-events", await post("/.api/action-events", batch)],
      ["post /.api/error-reports", await report()],
      ["post /.api/graphql", await post("/.api/graphql", { query: mutation })],
      ["post /v1/logs", await post("/v1/logs", { resourceLogs: [] })],
      ["delete /.api/analytics/users/{id}", await deleteUser()],
    ]);
    const addresses = operations
      .filter(({ method, path }) => method === "get" && !path.endsWith("/live"))
      .flatMap(({ method, path }) => {
        const real = path
          .replace("{id}", "goToDefinition")
          .replace("{file}", "actions.csv")
          .replace("{name}", "none.js");
        const query = path.endsWith("/breakdown") ? "?by=surface" : "";
        return [[`${method} ${path}`, real + query] as const];
      });
    for (const [name, address] of addresses) answers.set(name, await ask(address));
    for (const { method, path, answer } of operations) {
      const schema = answer.content?.["application/json"];
      if (schema === undefined || typeof schema === "string") continue;
      const given = answers.get(`${method} ${path}`);
      expect([path, given?.status]).toEqual([path, 200]);
      const body: unknown = await given?.json();
      expect(errorsIn(schema, body)).toEqual([]);
      // Nor is there anything that the document does not know.
      const known = path === openApiPath ? body : Clean(schema, structuredClone(body));
      expect(known).toEqual(body);
    }
  });

  it("describes an answer closely: another one does not pass", async () => {
    const overview = operations.find(({ path }) => path.endsWith("/overview"));
    const schema = overview?.answer.content?.["application/json"] as TSchema;
    const answer = (await (await ask("/.api/analytics/overview")).json()) as object;
    expect(errorsIn(schema, answer)).toEqual([]);
    expect(errorsIn(schema, { ...answer, totals: null })).not.toEqual([]);
    expect(errorsIn(schema, { ...answer, users: [-1] })).not.toEqual([]);
  });

  it("says of every refusal what is refused", async () => {
    const refusal = await ask("/.api/analytics/overview?range=1y");
    const { components } = (await (await ask("/.api/openapi.json")).json()) as {
      components: { schemas: { Refusal: TSchema } };
    };
    expect(errorsIn(components.schemas.Refusal, await refusal.json())).toEqual([]);
  });
});

describe("A parameter", () => {
  const parameters = [...analyticsOperations, ...exportOperations].flatMap(
    ({ parameters: named = {}, pathParameters = {} }) =>
      Object.entries({ ...named, ...pathParameters }),
  );

  const names = new Map(parameters.map(([name, parameter]) => [parameter, name] as const));
  const cases = Array.from(names, ([parameter, name]) => [name, parameter] as const);

  it.each(cases)("%s takes what the document says, and nothing else", (_, parameter) => {
    const { schema, parse } = parameter as Parameter<unknown>;
    const check = Compile(schema as TSchema);
    const words = fc.constantFrom("", "0", "1", "200", "201", "01", "1e2", "7d", "hour", "surface");
    const days = fc.constantFrom("2026-11-22", "2026-02-30", "1969-12-31", "2026-11-22T00:00Z");
    const known = fc.constantFrom(...(schema.enum ?? ["events.csv"]));
    const text = fc.oneof(words, days, known, fc.string());
    fc.assert(
      fc.property(text, (given) => {
        const isNumber = schema.type === "integer";
        if (isNumber && String(Number(given)) !== given) return;
        const described = check.Check(isNumber ? Number(given) : given);
        expect([given, parse(given).ok]).toEqual([given, described]);
      }),
    );
  });
});

const mutation = `mutation { logEvent(event: "a.run", userCookieID: "user-1", url: "https://instance.example", source: WEB) { alwaysNil } }`;

async function post(path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function report(): Promise<Response> {
  const body = writeErrorEnvelope(keptError(), testNow);
  return ask("/.api/error-reports", { method: "POST", body });
}

async function deleteUser(): Promise<Response> {
  return ask("/.api/analytics/users/user-1", { method: "DELETE" });
}

function errorsIn(schema: TSchema, value: unknown): readonly string[] {
  return Compile(schema)
    .Errors(value)
    .map(({ instancePath, message }) => `${instancePath} ${message}`);
}
