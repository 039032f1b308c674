import { beforeEach, describe, expect, it } from "vitest";
import { createLog } from "./createLog.ts";
import { describeError } from "./describeError.ts";

let now: number;
let lines: string[];
const logAs = (format: "json" | "text") =>
  createLog({ write: (line) => lines.push(line), format, clock: { now: () => now } });

beforeEach(() => {
  now = Date.UTC(2026, 10, 22, 12);
  lines = [];
});

describe("A log", () => {
  it("writes an object a line for programs", () => {
    logAs("json").write("info", { event: "upkeep", deleted: 3, seconds: 0.5 });
    expect(lines).toEqual([
      '{"time":"2026-11-22T12:00:00.000Z","level":"info","event":"upkeep","deleted":3,"seconds":0.5}\n',
    ]);
  });

  it("writes words for people", () => {
    const log = logAs("text");
    log.write("info", { event: "stopping" });
    log.write("warning", { event: "ping-sent", week: "2026-11-16", status: 503 });
    expect(lines).toEqual([
      "2026-11-22 12:00:00 stopping\n",
      "2026-11-22 12:00:00 warning: ping-sent week=2026-11-16 status=503\n",
    ]);
  });

  it("says the same trouble once a minute, and how often it came meanwhile", () => {
    const log = logAs("json");
    for (let n = 0; n < 1000; n += 1) log.trouble("store", new TypeError("secret"));
    log.trouble("upkeep", new TypeError("secret"));
    expect(lines).toHaveLength(2);
    now += 60_000;
    log.trouble("store", new TypeError("secret"));
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? "")).toMatchObject({
      level: "error",
      event: "trouble",
      part: "store",
      code: "TypeError",
      unsaid: 999,
    });
    expect(lines.join("")).not.toContain("secret");
  });
});

describe("What is said of an error", () => {
  const error = (fields: object) =>
    Object.assign(new Error("secret"), { stack: undefined }, fields);
  it.each([
    ["its code", error({ code: "ECONNREFUSED" }), "ECONNREFUSED"],
    [
      "what SQLite says besides",
      error({ code: "ERR_SQLITE_ERROR", errcode: 13 }),
      "ERR_SQLITE_ERROR 13",
    ],
    ["its class", Object.assign(new RangeError("secret"), { stack: "" }), "RangeError"],
    ["no code that is a sentence", error({ code: "the secret is out" }), "Error"],
    ["no name that is one", error({ name: "secret name" }), "Error"],
    ["of no error its type", "secret", "string"],
  ])("is %s", (_what, thrown, code) => {
    expect(describeError(thrown)).toEqual({ code });
  });

  it("is nothing of a message that was changed", () => {
    const { stack } = new Error("secret\n    at secret (file:///secret.ts:1:1)");
    const thrown = Object.assign(new Error("another"), { stack });
    expect(describeError(thrown)).toEqual({ code: "Error" });
  });

  it("is where it happened, without the line that holds the message", () => {
    const thrown = new Error("secret\n    at secret (file:///secret.ts:1:1)\n    at x");
    const { at } = describeError(thrown);
    expect(at).toMatch(/^createLog\.test\.ts:\d+:\d+/);
    expect(at).not.toContain("secret");
  });
});
