import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvent } from "./parseEvent.ts";

const id = "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71";
const other = "019aac4c-6a01-7c1d-8e4f-1b2a3c4d5e6f";
const plain = { id, name: "git.blame.toggle", time: "2026-11-22T16:20:00.000Z" };
const full = {
  ...plain,
  surface: "search/results/toolbar",
  trigger: "keyboard",
  alt: true,
  trusted: false,
  arguments: { lines: 3, tags: ["a", { b: null }] },
};

describe("parseEvent", () => {
  it("accepts an event with only what is required", () => {
    expect(parseEvent(plain)).toEqual({ ok: true, value: plain });
  });

  it("accepts every optional field and gives back a copy", () => {
    const result = parseEvent(full);
    expect(result).toEqual({ ok: true, value: full });
    expect(result.ok && result.value.arguments).not.toBe(full.arguments);
  });

  it("accepts a completion event", () => {
    const completion = { ...plain, outcome: "failed", durationMs: 12.5, of: other };
    expect(parseEvent(completion)).toEqual({ ok: true, value: completion });
  });

  it("takes an optional field that is undefined for absent", () => {
    expect(parseEvent({ ...plain, surface: undefined, arguments: undefined })).toEqual({
      ok: true,
      value: plain,
    });
  });

  it.each([
    ["null", null, "not-an-object"],
    ["a string", "event", "not-an-object"],
    ["an array", [plain], "not-an-object"],
    ["an empty object", {}, "invalid-id"],
    ["a field nobody knows", { ...plain, title: "x" }, "unknown-field"],
    ["an own __proto__", JSON.parse(`{"__proto__":{"id":"${id}"}}`), "unknown-field"],
    ["an own constructor", { ...plain, constructor: 1 }, "unknown-field"],
    ["a UUID of version 4", { ...plain, id: "3f2c1b8e-52d7-4c1f-9a57-6a0f1f4f7c11" }, "invalid-id"],
    ["a UUID in upper case", { ...plain, id: id.toUpperCase() }, "invalid-id"],
    ["a number as ID", { ...plain, id: 7 }, "invalid-id"],
    ["an ID with a line break behind", { ...plain, id: `${id}\n` }, "invalid-id"],
    ["an empty name", { ...plain, name: "" }, "invalid-name"],
    ["a name of 129 characters", { ...plain, name: "a".repeat(129) }, "invalid-name"],
    ["a name with a space", { ...plain, name: "open file" }, "invalid-name"],
    ["a name with NUL", { ...plain, name: "open\0" }, "invalid-name"],
    ["a name with half a surrogate pair", { ...plain, name: "a\ud800" }, "invalid-name"],
    ["a name with a line break behind", { ...plain, name: "open\n" }, "invalid-name"],
    ["a time without zone", { ...plain, time: "2026-11-22T16:20:00" }, "invalid-time"],
    ["a time as number", { ...plain, time: 1_795_364_400_000 }, "invalid-time"],
    ["a null surface", { ...plain, surface: null }, "invalid-surface"],
    ["a surface out of the grammar", { ...plain, surface: "tool bar" }, "invalid-surface"],
    ["an unknown trigger", { ...plain, trigger: "mouse" }, "invalid-trigger"],
    ["alt false", { ...plain, alt: false }, "invalid-alt"],
    ["trusted true", { ...plain, trusted: true }, "invalid-trusted"],
    ["arguments as array", { ...plain, arguments: [1] }, "arguments-not-json"],
    ["null arguments", { ...plain, arguments: null }, "arguments-not-json"],
    ["an outcome of nothing", { ...plain, outcome: "failed" }, "incomplete-outcome"],
    ["a duration of nothing", { ...plain, durationMs: 1 }, "incomplete-outcome"],
    ["an unknown outcome", { ...plain, outcome: "ok", of: other }, "invalid-outcome"],
    ["an outcome of no event", { ...plain, outcome: "failed", of: "x" }, "invalid-of"],
    [
      "a negative duration",
      { ...plain, outcome: "failed", of: other, durationMs: -1 },
      "invalid-duration",
    ],
    [
      "a duration of more than a day",
      { ...plain, outcome: "failed", of: other, durationMs: 86_400_001 },
      "invalid-duration",
    ],
    [
      "a duration that is no number",
      { ...plain, outcome: "failed", of: other, durationMs: Number.NaN },
      "invalid-duration",
    ],
  ])("refuses %s", (_what, value, reason) => {
    expect(parseEvent(value)).toEqual({ ok: false, error: reason });
  });

  it("never throws on parsed JSON, and accepts what it returned once more", () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.constant(id), name: fc.string(), time: fc.constant(plain.time) }),
      fc.jsonValue().map((args) => ({ ...plain, arguments: args })),
    );
    const again = (value: unknown) => parseEvent(JSON.parse(JSON.stringify(value)));
    const holds = fc.property(json, (value) => {
      const first = parseEvent(value);
      return !first.ok || JSON.stringify(again(first.value)) === JSON.stringify(first);
    });
    expect(fc.check(holds, { numRuns: 2000 }).failed).toBe(false);
  });
});
