import { describe, expect, it } from "vitest";
import { Value } from "typebox/value";
import type { Ping } from "./Ping.ts";
import { pingSchema } from "./pingSchema.ts";

const cell = { key: "toggleLineWrap", users: 11, executions: 12 };
const ping: Ping = {
  version: 1,
  id: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11",
  week: "2026-11-16",
  floor: 11,
  total: { users: 20, executions: 30 },
  actions: [cell],
  surfaces: [],
  platforms: [],
};

describe("The schema of a ping", () => {
  it("takes a ping, with a total and without", () => {
    expect(Value.Check(pingSchema, ping)).toBe(true);
    expect(Value.Check(pingSchema, { ...ping, total: null })).toBe(true);
  });

  it.each([
    ["a field more", { ...ping, host: "instance.example" }],
    ["a field less", { ...ping, platforms: undefined }],
    ["a field more in a cell", { ...ping, actions: [{ ...cell, source: "WEB" }] }],
    ["a field more in the total", { ...ping, total: { users: 20, executions: 30, names: 4 } }],
    ["a name that is none", { ...ping, actions: [{ ...cell, key: "ada@example.com" }] }],
    ["a count of nothing", { ...ping, actions: [{ ...cell, users: 0 }] }],
    ["a count in words", { ...ping, actions: [{ ...cell, users: "<5" }] }],
    ["a fraction", { ...ping, total: { users: 20.5, executions: 30 } }],
    ["a floor under five", { ...ping, floor: 4 }],
    ["another version", { ...ping, version: 2 }],
  ])("refuses %s", (_what, value) => {
    expect(Value.Check(pingSchema, value)).toBe(false);
  });
});
