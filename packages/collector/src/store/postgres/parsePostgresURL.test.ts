import { describe, expect, it } from "vitest";
import { parsePostgresURL } from "./parsePostgresURL.ts";

describe("parsePostgresURL", () => {
  it("reads host, port, user, password and database", () => {
    expect(parsePostgresURL("postgres://us%40er:p%2Fw%25@db.example:6432/tele%20metry")).toEqual({
      ok: true,
      value: {
        host: "db.example",
        port: 6432,
        user: "us@er",
        password: "p/w%",
        database: "tele metry",
        ssl: false,
      },
    });
  });

  it.each([
    ["postgresql://db/x", { host: "db", port: 5432, database: "x" }],
    ["postgres://[::1]/x", { host: "::1" }],
    ["postgres:///x?host=/var/run/postgresql", { host: "/var/run/postgresql" }],
    ["postgres://db/x?options=-c%20search_path%3Da", { options: "-c search_path=a" }],
    ["postgres://db/x?sslmode=disable", { ssl: false }],
    ["postgres://db/x?sslmode=require", { ssl: { rejectUnauthorized: false } }],
    [
      "postgres://db/x?sslmode=verify-full",
      { ssl: { rejectUnauthorized: true, servername: "db" } },
    ],
    ["postgres://[::1]/x?sslmode=verify-full", { ssl: { rejectUnauthorized: true, host: "::1" } }],
    ["postgres://db/x?sslmode=verify-ca", { ssl: { rejectUnauthorized: true } }],
  ])("understands %s as psql does", (text, address) => {
    expect(parsePostgresURL(text)).toMatchObject({ ok: true, value: address });
  });

  it.each([
    ["mysql://root:hunter2@db/x", /is not an address/u],
    ["hunter2", /is not an address/u],
    ["postgres://user:hunter2@db", /names no database/u],
    ["postgres:///x", /names no host/u],
    ["postgres://user:hunter2@db/x?sslmode=prefer", /sslmode/u],
    ["postgres://user:hunter2@db/x?sslmode=verify-full&sslrootcert=/hunter2", /sslrootcert/u],
    ["postgres://user:hunter2@db/x?sslkey=y", /"sslkey"/u],
  ])("refuses %s, and repeats no secret", (text, message) => {
    const result = parsePostgresURL(text);
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(message) });
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});
