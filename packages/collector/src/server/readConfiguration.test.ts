import { describe, expect, it } from "vitest";
import { readConfiguration } from "./readConfiguration.ts";

function problemsOf(environment: Readonly<Record<string, string>>): string {
  const configuration = readConfiguration({ HOME: "/home/x", ...environment });
  return configuration.ok ? "" : configuration.error.join("\n");
}

describe("readConfiguration", () => {
  it("is safe without any variable: loopback, embedded, 93 days, rate limited", () => {
    expect(readConfiguration({ DATA_DIR: "/data" })).toEqual({
      ok: true,
      value: {
        host: "127.0.0.1",
        port: 7080,
        databaseURL: "file:///data/events.db",
        adminToken: undefined,
        allowedOrigins: [],
        trustedProxies: [],
        retentionDays: 93,
        rateLimit: { perSecond: 200, burst: 1000 },
        userLimit: { perSecond: 100, burst: 20_000 },
        quotas: { names: 5000, users: 1_000_000, networkUsers: 100_000 },
        ping: { url: undefined, floor: 11, publicActions: [] },
        errorDsn: undefined,
        forward: undefined,
      },
    });
  });

  it("reads every variable", () => {
    const configuration = readConfiguration({
      HOST: "0.0.0.0",
      PORT: "80",
      DATABASE_URL: "file:///data/other.db",
      ADMIN_TOKEN: "0123456789abcdef",
      ALLOWED_ORIGINS: "https://a.example, https://b.example:8443",
      TRUSTED_PROXY: "127.0.0.1, 10.0.0.0/8",
      OTLP_FORWARD_URL: "http://otel:4318/v1/logs",
      OTLP_FORWARD_HEADERS: "authorization=Bearer%20hunter2, x-tenant=a",
      RETENTION_DAYS: "30",
      RATE_LIMIT: "0",
    });
    expect(configuration).toMatchObject({
      ok: true,
      value: {
        host: "0.0.0.0",
        port: 80,
        databaseURL: "file:///data/other.db",
        adminToken: "0123456789abcdef",
        allowedOrigins: ["https://a.example", "https://b.example:8443"],
        trustedProxies: ["127.0.0.1", "10.0.0.0/8"],
        retentionDays: 30,
        forward: {
          url: "http://otel:4318/v1/logs",
          headers: { authorization: "Bearer hunter2", "x-tenant": "a" },
        },
        rateLimit: undefined,
        userLimit: undefined,
      },
    });
  });

  it.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("needs no token on %s", (HOST) => {
    expect(problemsOf({ HOST })).toBe("");
  });

  it.each(["0.0.0.0", "::", "192.0.2.1", "example.com", "127.0.0.1.example.com"])(
    "needs a token on %s",
    (HOST) => {
      expect(problemsOf({ HOST })).toContain("there is no ADMIN_TOKEN");
      expect(problemsOf({ HOST, ADMIN_TOKEN: "0123456789abcdef" })).toBe("");
    },
  );

  it.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "8e1"],
    ["RETENTION_DAYS", "0"],
    ["RATE_LIMIT", "many"],
    ["USER_RATE_LIMIT", "-1"],
    ["DAILY_NAMES", "0"],
    ["DAILY_USERS", "1e6"],
    ["DAILY_USERS_PER_NETWORK", "0"],
    ["ALLOWED_ORIGINS", "*"],
    ["ALLOWED_ORIGINS", "https://a.example/path"],
    ["TRUSTED_PROXY", "true"],
    ["TRUSTED_PROXY", "proxy.example"],
    ["DATABASE_URL", "postgres://db"],
    ["DATABASE_URL", "postgres://db/telemetry?sslmode=prefer"],
    ["DATABASE_URL", "file:relative.db"],
    ["DATABASE_URL", "events.db"],
    ["PING_URL", "http://pings.example/"],
    ["PING_URL", "https://user:password@pings.example/"],
    ["PING_URL", "pings.example"],
    ["PING_FLOOR", "4"],
    ["PING_ACTIONS", "a.run,My File.ts"],
    ["SENTRY_DSN", "https://sentry.example.com/7"],
    ["SENTRY_DSN", "https://key@sentry.example.com/"],
    ["OTLP_FORWARD_URL", "otel:4318"],
    ["OTLP_FORWARD_URL", "https://user:password@otel.example/"],
    ["OTLP_FORWARD_HEADERS", "authorization=x"],
    ["ADMIN_TOKEN", "short"],
    ["ADMIN_TOKEN", "with white space in it"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(problemsOf({ [name]: value })).toContain(name);
  });

  it.each(["authorization", "=x", "a b=c", "a=%", "a=%0d%0ab:c", "a=%F0%9F%8E%82"])(
    "refuses %j for a header, and does not repeat it",
    (headers) => {
      const problems = problemsOf({
        OTLP_FORWARD_URL: "https://otel.example/v1/logs",
        OTLP_FORWARD_HEADERS: headers,
      });
      expect(problems).toBe("OTLP_FORWARD_HEADERS must list name=value, separated by commas.");
    },
  );

  it("says everything that is wrong at once, and no secret", () => {
    const text = problemsOf({
      PORT: "x",
      ADMIN_TOKEN: "hunter2",
      DATABASE_URL: "mysql://root:hunter2@db/x",
    });
    expect(text).toMatch(/PORT/);
    expect(text).toMatch(/ADMIN_TOKEN/);
    expect(text).toMatch(/DATABASE_URL/);
    expect(text).not.toContain("hunter2");
  });
});
