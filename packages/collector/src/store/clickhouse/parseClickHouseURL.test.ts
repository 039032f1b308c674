import { describe, expect, it } from "vitest";
import { parseClickHouseURL } from "./parseClickHouseURL.ts";

describe("parseClickHouseURL", () => {
  it("reads host, port, user, password and database", () => {
    expect(parseClickHouseURL("clickhouse://me:a%2Fb%3Ac@db:9000/events")).toEqual({
      ok: true,
      value: [{ url: "http://db:9000", user: "me", password: "a/b:c", database: "events" }],
    });
  });

  it("knows the usual ports, the usual user, and HTTPS", () => {
    const read = (text: string) => {
      const result = parseClickHouseURL(text);
      return result.ok ? result.value.map(({ url, user }) => `${url} ${user}`) : result.error;
    };
    expect(read("clickhouse://db/events")).toEqual(["http://db:8123 default"]);
    expect(read("clickhouses://db/events")).toEqual(["https://db:8443 default"]);
    expect(read("clickhouse://[::1]:8123/events")).toEqual(["http://[::1]:8123 default"]);
  });

  it("reads further shards in their order", () => {
    const result = parseClickHouseURL("clickhouse://one/events?shard=two:9000&shard=three");
    expect(result.ok && result.value.map(({ url }) => url)).toEqual([
      "http://one:8123",
      "http://two:9000",
      "http://three:8123",
    ]);
  });

  it.each([
    ["hunter2", /is not an address/u],
    ["postgres://me:hunter2@db/events", /is not an address/u],
    ["clickhouse://me:hunter2@db", /names no database/u],
    ["clickhouse://me:hunter2@db/events?secure=hunter2", /has the parameter "secure"/u],
    ["clickhouse://me:hunter2@db/events?shard=me:hunter2@other", /no host/u],
    ["clickhouse://me:hunter2@db/events?shard=db:8123", /names a host twice/u],
  ])("refuses %s, and repeats no secret", (text, message) => {
    const result = parseClickHouseURL(text);
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(message) as string });
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});
