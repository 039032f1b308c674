import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { testBatch, testEvent } from "../testing/batches.ts";

const token = "correct-horse-battery";
const host = "http://analytics.example";
type Headers = Readonly<Record<string, string>>;

let store: EventStore;
let now: number;
let adminToken: string | undefined;
beforeEach(() => {
  store = openSqliteStore(":memory:");
  now = 1e12;
  adminToken = token;
});
afterEach(() => store.close());

interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Headers;
  readonly body?: string;
  readonly from?: string;
}

/** Every question goes to another collector, so that nothing can depend on what one remembers. */
async function ask(question: Question = {}): Promise<Response> {
  const { method = "GET", path = "/.api/session", headers = {}, body, from } = question;
  const { app } = createCollector({
    store,
    clock: { now: () => now },
    adminToken,
    trustedProxies: ["10.0.0.0/8"],
  });
  return app.fetch(
    new Request(host + path, { method, headers, ...(body !== undefined && { body }) }),
    { incoming: { socket: { remoteAddress: from ?? "192.0.2.1" } } },
  );
}

const json = { "content-type": "application/json" };
const page = { "sec-fetch-site": "same-origin", origin: host };
const signIn = (changes: Question = {}) =>
  ask({
    method: "POST",
    headers: { ...json, ...page },
    body: JSON.stringify({ token }),
    ...changes,
  });
const cookieIn = (answer: Response) => answer.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
const metrics = (headers: Headers) => ask({ path: "/metrics", headers });
const state = async (headers: Headers = {}) =>
  ((await (await ask({ headers })).json()) as { readonly state: string }).state;

describe("Signing in", () => {
  it("takes the token once, and gives a cookie that no script reads and no other site sends", async () => {
    const answer = await signIn();
    expect(answer.status).toBe(204);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const attributes = answer.headers.get("set-cookie")?.split("; ").slice(1).toSorted();
    expect(attributes).toEqual(["HttpOnly", "Path=/", "SameSite=Strict"]);
    const cookie = cookieIn(answer);
    expect(cookie).not.toContain(token);
    expect((await metrics({ ...page, cookie })).status).toBe(200);
    expect(await state({ cookie })).toBe("signed-in");
    expect(await state()).toBe("signed-out");
  });

  it("gives a cookie for encrypted connections alone, behind a proxy that is trusted", async () => {
    const proxied = { "x-forwarded-proto": "https", "x-forwarded-for": "198.51.100.1" };
    const answer = await signIn({ headers: { ...json, ...page, ...proxied }, from: "10.1.2.3" });
    expect(answer.headers.get("set-cookie")).toMatch(/^__Host-action-telemetry-session=.*; Secure/);
    const cookie = cookieIn(answer);
    expect((await metrics({ ...page, cookie })).status).toBe(401);
    const elsewhere = await signIn({ headers: { ...json, ...page, ...proxied } });
    expect(elsewhere.headers.get("set-cookie")).not.toContain("Secure");
  });

  it.each([
    ["a wrong token", { token: "wrong" }, 401],
    ["an empty one", { token: "" }, 400],
    ["a number", { token: 1 }, 400],
    ["nothing", null, 400],
    ["an array", [], 400],
    ["a body that is too long", { token: "x".repeat(5000) }, 400],
  ])("refuses %s without a cookie", async (_what, body, status) => {
    const answer = await signIn({ body: JSON.stringify(body) });
    expect(answer.status).toBe(status);
    expect(answer.headers.has("set-cookie")).toBe(false);
    expect(await answer.json()).toEqual({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  });

  it.each([
    [
      "a form of another site",
      { "content-type": "text/plain", origin: "http://evil.example" },
      403,
    ],
    ["a form without an origin", { "content-type": "application/x-www-form-urlencoded" }, 400],
    ["a script of another site", { ...json, "sec-fetch-site": "cross-site" }, 403],
    ["a script of a neighbouring site", { ...json, "sec-fetch-site": "same-site" }, 403],
    ["a page without an origin", { ...json, origin: "null" }, 403],
  ])("is refused to %s", async (_what, headers, status) => {
    const answer = await signIn({ headers: headers as Headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.has("set-cookie")).toBe(false);
  });

  it("does not exist where there is no token", async () => {
    adminToken = undefined;
    expect((await signIn()).status).toBe(404);
    expect(await state()).toBe("open");
  });
});

describe("A signed-in browser", () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = cookieIn(await signIn());
  });

  it("is signed out by the collector telling it to forget", async () => {
    const answer = await ask({ method: "DELETE", headers: { ...page, cookie } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("set-cookie")).toMatch(/^action-telemetry-session=; Max-Age=0/);
  });

  it("is signed out by another token", async () => {
    adminToken = "another-horse-battery";
    expect((await metrics({ ...page, cookie })).status).toBe(401);
    expect(await state({ cookie })).toBe("signed-out");
  });

  it("gets its cookie anew while it is in use, with every answer of whatever kind", async () => {
    now += 400_000;
    for (const path of ["/.api/analytics/overview", "/metrics", "/.api/analytics/nothing"]) {
      const answer = await ask({ path, headers: { ...page, cookie } });
      expect(cookieIn(answer)).toMatch(/^action-telemetry-session=1000000000000\.1000000400000\./);
    }
  });

  it.each([
    ["a link of another site", "GET", { "sec-fetch-site": "cross-site" }, 403],
    ["a neighbouring site", "GET", { "sec-fetch-site": "same-site" }, 403],
    ["an address that was typed", "GET", { "sec-fetch-site": "none" }, 200],
    ["its own page", "GET", page, 200],
    ["its own page, erasing somebody", "DELETE", page, 200],
    ["its own page, by an old browser", "DELETE", { origin: host }, 200],
    ["another page", "DELETE", { origin: "http://evil.example" }, 403],
    ["a page without an origin", "DELETE", { origin: "null" }, 403],
    ["a page on another port", "DELETE", { origin: `${host}:8080` }, 403],
    ["another page that is typed", "DELETE", { "sec-fetch-site": "none" }, 403],
    ["nobody knows whom", "DELETE", {}, 403],
  ])("is answered on behalf of %s by %s with %j: %i", async (_who, method, headers, status) => {
    const path = method === "GET" ? "/metrics" : "/.api/analytics/users/user-1";
    const answer = await ask({ method, path, headers: { ...(headers as Headers), cookie } });
    expect(answer.status).toBe(status);
  });

  it("is not signed out by another page", async () => {
    const headers = { cookie, "sec-fetch-site": "cross-site" };
    expect((await ask({ method: "DELETE", headers })).status).toBe(403);
  });

  it("sends events without being known by its cookie", async () => {
    const send = (n: number, headers: Headers) =>
      ask({
        method: "POST",
        path: "/.api/action-events",
        headers: { ...json, ...headers },
        body: JSON.stringify(testBatch([testEvent(n)])),
      });
    const [known, unknown] = [await send(1, { cookie }), await send(2, {})];
    for (const answer of [known, unknown]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.has("set-cookie")).toBe(false);
    }
    expect(await known.json()).toEqual(await unknown.json());
    const [second, first] = await store.latest(2);
    expect(first?.id).not.toBe(second?.id);
    expect({ ...first, id: "" }).toEqual({ ...second, id: "" });
  });
});
