import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCollector } from "../collector/createCollector.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { Sessions } from "./Sessions.ts";

const token = "correct-horse-battery";
const now = Date.UTC(2026, 10, 22, 12);
const clock = { now: () => now };
const origin = "http://localhost";
let store: EventStore;
beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

type Headers = Readonly<Record<string, string>>;

function collectorWith(adminToken: string | undefined) {
  const { app } = createCollector({ store, clock, adminToken });
  return {
    app,
    ask: (path: string, headers: Headers = {}, method = "GET", remoteAddress = "127.0.0.1") =>
      app.fetch(new Request(new URL(path, origin), { method, headers }), {
        incoming: { socket: { remoteAddress } },
      }),
  };
}

const cookieOf = (value: string) => ({ cookie: `action-telemetry-session=${value}` });
const own = { "sec-fetch-site": "same-origin" };

/** Who asks, and whether that is the administrator. */
const callers: readonly (readonly [string, Headers, boolean])[] = [
  ["nobody", {}, false],
  ["a wrong token", { authorization: "Bearer wrong" }, false],
  ["an empty token", { authorization: "Bearer " }, false],
  ["the token as a password", { authorization: `Basic ${token}` }, false],
  ["the token and more", { authorization: `Bearer ${token}x` }, false],
  ["the token of another instance", { authorization: "Bearer other-token-of-16" }, false],
  ["the token for a cookie", { ...cookieOf(token), ...own }, false],
  [
    "a forged session",
    { ...cookieOf(`${now}.${now}.${"a".repeat(22)}.${"b".repeat(43)}`), ...own },
    false,
  ],
  [
    "a session that is over",
    { ...cookieOf(new Sessions(token, { now: () => now - 13 * 3_600_000 }).open()), ...own },
    false,
  ],
  [
    "a session of another instance",
    { ...cookieOf(new Sessions("other-token-of-16", clock).open()), ...own },
    false,
  ],
  ["the token", { authorization: `Bearer ${token}` }, true],
  ["a session", { ...cookieOf(new Sessions(token, clock).open()), ...own }, true],
  [
    "a session behind a proxy with a password of its own",
    { ...cookieOf(new Sessions(token, clock).open()), ...own, authorization: "Basic YTpi" },
    true,
  ],
];

const publicRoutes = [
  "/.api/action-events",
  "/.api/error-reports",
  "/.api/graphql",
  "/.api/openapi.json",
  "/uninstall",
  "/.api/session",
  "/analytics",
  "/analytics/*",
  "/analytics/actions/:id",
  "/analytics/assets/:name",
  "/analytics/instance",
  "/analytics/live",
  "/healthz",
  "/v1/logs",
];

/** Every route of the collector by method and path, and some below guarded paths that nobody has written. */
function guardedRoutes(): readonly (readonly [string, string])[] {
  const unused = openSqliteStore(":memory:");
  const { app } = createCollector({ store: unused, adminToken: token });
  void unused.close();
  const written = app.routes
    .filter(({ path }) => !publicRoutes.includes(path) && path !== "/*")
    .map(({ method, path }) => [method === "ALL" ? "GET" : method, path] as const);
  const unwritten = ["/.api/analytics", "/.api/ping", "/.api/instance", "/metrics"].flatMap(
    (path) => ["", "/", "/not-yet-written", "/a/b"].map((end) => ["GET", path + end] as const),
  );
  const all = [...written, ...unwritten].map(
    ([method, path]) => `${method} ${path.replace(/:\w+/g, "x").replace(/\*$/, "any")}`,
  );
  return [...new Set(all)].map((route) => route.split(" ") as [string, string]);
}

/** Without `live`, whose answer ends with the page. */
const routes = guardedRoutes().filter(([, path]) => !path.endsWith("/live"));

describe("with an admin token", () => {
  it("knows the routes that the public may ask: a new one is guarded, or is listed here", () => {
    const { app } = collectorWith(token);
    const paths = new Set(app.routes.map(({ path }) => path));
    for (const path of publicRoutes) expect(paths).toContain(path);
    expect(routes.length).toBeGreaterThan(12);
  });

  it.each(callers.filter(([, , isAdmin]) => !isAdmin))(
    "answers %s with 401 wherever it is not public, without a word more",
    async (_who, headers) => {
      const { ask } = collectorWith(token);
      for (const [index, [method, path]] of [
        ...routes,
        ["GET", "/.api/analytics/live"] as const,
      ].entries()) {
        // From an address of its own each, or too many attempts would be the answer.
        const answer = await ask(path, headers, method, `192.0.2.${index}`);
        expect([path, answer.status]).toEqual([path, 401]);
        expect(answer.headers.get("www-authenticate")).toContain("Bearer");
        const body: unknown = await answer.json();
        expect(body).toEqual({
          error: { code: expect.stringMatching(/^token-/), message: expect.any(String) },
        });
      }
    },
  );

  it.each(callers.filter(([, , isAdmin]) => isAdmin))("answers %s", async (_who, headers) => {
    const { ask } = collectorWith(token);
    for (const [method, path] of routes) {
      const answer = await ask(path, headers, method);
      expect([401, 403]).not.toContain(answer.status);
      // What is answered is for nobody else, and nothing but what it says.
      const { status } = answer;
      const named = ["cache-control", "x-content-type-options"].map((name) =>
        answer.headers.get(name),
      );
      expect([path, status, ...named]).toEqual([path, status, "no-store", "nosniff"]);
    }
  });

  it("takes the token in a header only", async () => {
    const { ask } = collectorWith(token);
    expect((await ask(`/.api/analytics/overview?token=${token}`)).status).toBe(401);
  });

  it("slows down who guesses, by the network of the address, and not others", async () => {
    const { ask } = collectorWith(token);
    const guess = (address: string, guessed = "Bearer wrong") =>
      ask("/metrics", { authorization: guessed }, "GET", address);
    for (let n = 0; n < 10; n += 1) expect((await guess(`2001:db8::${n}`)).status).toBe(401);
    const slowed = await guess("2001:db8::abcd");
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get("retry-after")).toBe("10");
    expect((await guess("2001:db8::1", `Bearer ${token}`)).status).toBe(429);
    expect((await guess("2001:db8:0:1::1")).status).toBe(401);
    expect((await guess("192.0.2.1", `Bearer ${token}`)).status).toBe(200);
  });
});

describe("without an admin token", () => {
  const guarded = "/metrics";
  it.each(["http://localhost", "http://127.0.0.1:7080", "http://[::1]:7080", "http://a.localhost"])(
    "answers on %s",
    async (address) => {
      expect((await collectorWith(undefined).ask(address + guarded)).status).toBe(200);
    },
  );

  it.each(["http://192.0.2.1", "http://evil.example", "http://127.0.0.1.evil.example"])(
    "answers 403 on %s, so that no foreign name can be pointed at this machine",
    async (address) => {
      expect((await collectorWith(undefined).ask(address + guarded)).status).toBe(403);
    },
  );

  it("answers nobody who is elsewhere and only says that this is loopback", async () => {
    const { ask } = collectorWith(undefined);
    expect((await ask(guarded, {}, "GET", "192.0.2.1")).status).toBe(403);
    expect((await ask(guarded, {}, "GET", "::ffff:127.0.0.1")).status).toBe(200);
  });

  it.each([
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
  ])(
    "answers nobody behind a proxy, which %s betrays: everybody looks near from there",
    async (name) => {
      expect((await collectorWith(undefined).ask(guarded, { [name]: "127.0.0.1" })).status).toBe(
        403,
      );
    },
  );

  it.each([
    ["GET", { "sec-fetch-site": "cross-site" }, 403],
    ["GET", { "sec-fetch-site": "same-site" }, 403],
    ["GET", { origin: "http://localhost:3000" }, 403],
    ["DELETE", { origin: "http://localhost:3000" }, 403],
    ["DELETE", { origin: "null" }, 403],
    ["DELETE", { origin }, 200],
    ["DELETE", {}, 200],
  ])(
    "answers %s with %j by %i, so that no page can use this machine's right",
    async (method, headers, status) => {
      const { ask } = collectorWith(undefined);
      const path = method === "GET" ? guarded : "/.api/analytics/users/user-1";
      expect((await ask(path, headers as Headers, method)).status).toBe(status);
    },
  );
});
