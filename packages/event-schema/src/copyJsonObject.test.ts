import { describe, expect, it } from "vitest";
import { copyJsonObject } from "./copyJsonObject.ts";

const accepted = (value: unknown) => ({ ok: true, value });
const refused = (error: string) => ({ ok: false, error });

/** An object that nests to a given depth, itself counted. */
function nest(depth: number): object {
  return depth === 1 ? { end: 1 } : { next: nest(depth - 1) };
}

describe("copyJsonObject", () => {
  it("copies every kind of JSON value", () => {
    const value = { text: "ä😀", number: -1.5, yes: true, nothing: null, list: [1, [2]], map: {} };
    expect(copyJsonObject(value)).toEqual(accepted(value));
  });

  it("leaves out properties that are undefined, as JSON does", () => {
    expect(copyJsonObject({ a: undefined, b: 1 })).toEqual(accepted({ b: 1 }));
  });

  it("shares nothing with the original", () => {
    const value = { list: [{ a: 1 }] };
    const copy = copyJsonObject(value);
    value.list[0]!.a = 2;
    expect(copy).toEqual(accepted({ list: [{ a: 1 }] }));
  });

  it("does not call toJSON", () => {
    expect(copyJsonObject({ toJSON: () => ({ secret: 1 }) })).toEqual(
      refused("arguments-not-json"),
    );
  });

  it("accepts four levels and refuses five, in objects and in arrays", () => {
    expect(copyJsonObject(nest(4))).toEqual(accepted(nest(4)));
    expect(copyJsonObject(nest(5))).toEqual(refused("arguments-too-deep"));
    expect(copyJsonObject({ a: [[[1]]] })).toEqual(accepted({ a: [[[1]]] }));
    expect(copyJsonObject({ a: [[[[1]]]] })).toEqual(refused("arguments-too-deep"));
  });

  it("accepts 1,024 bytes of JSON and refuses 1,025, counted in UTF-8", () => {
    const frame = JSON.stringify({ a: "" }).length;
    expect(copyJsonObject({ a: "x".repeat(1024 - frame) }).ok).toBe(true);
    expect(copyJsonObject({ a: "x".repeat(1025 - frame) })).toEqual(refused("arguments-too-large"));
    expect(copyJsonObject({ a: "€".repeat(338) }).ok).toBe(true);
    expect(copyJsonObject({ a: "€".repeat(339) })).toEqual(refused("arguments-too-large"));
    expect(copyJsonObject({ a: "\u0001".repeat(200) })).toEqual(refused("arguments-too-large"));
  });

  it("gives up early on huge values", () => {
    expect(copyJsonObject({ a: "x".repeat(50_000_000) })).toEqual(refused("arguments-too-large"));
    expect(copyJsonObject({ a: Array.from({ length: 1_000_000 }) })).toEqual(
      refused("arguments-too-large"),
    );
  });

  it.each([
    ["what keys and numbers take", 0, 513],
    ["texts of 100", "x".repeat(100), 11],
  ])("reads no more than fits by %s", (_what, one, most) => {
    let reads = 0;
    const value = {};
    for (let index = 0; index < 2000; index += 1) {
      const get = () => {
        reads += 1;
        return one;
      };
      Object.defineProperty(value, String.fromCodePoint(0x4e00 + index), { enumerable: true, get });
    }
    expect(copyJsonObject(value)).toEqual(refused("arguments-too-large"));
    expect(reads).toBe(most);
  });

  it("refuses what throws when it is read", () => {
    const value = {
      get secret() {
        throw new Error("SECRET");
      },
    };
    expect(copyJsonObject(value)).toEqual(refused("arguments-not-json"));
  });

  it("takes an object without a prototype for an object, and nothing else at the top", () => {
    expect(copyJsonObject(Object.assign(Object.create(null), { a: 1 }))).toEqual(
      accepted({ a: 1 }),
    );
    for (const value of [null, undefined, 7, "text", true, [1], () => 1]) {
      expect(copyJsonObject(value)).toEqual(refused("arguments-not-json"));
    }
  });

  it("accepts keys that only contain a forbidden one", () => {
    for (const key of ["my__proto__", "constructors", "theprototype", "prototype2"]) {
      expect(copyJsonObject({ [key]: 1 })).toEqual(accepted({ [key]: 1 }));
    }
  });

  it("refuses a cycle", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect(copyJsonObject(cycle)).toEqual(refused("arguments-too-deep"));
  });

  it.each([
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["a bigint", 1n],
    ["NaN", Number.NaN],
    ["Infinity, as 1e999 is read", JSON.parse("1e999")],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["an instance of a class", new (class Token {})()],
    ["undefined in an array", [undefined]],
  ])("refuses %s", (_what, value) => {
    expect(copyJsonObject({ a: value })).toEqual(refused("arguments-not-json"));
  });

  it.each(["__proto__", "constructor", "prototype"])("refuses the key %s at any depth", (key) => {
    const inner = JSON.parse(`{"a":{"${key}":{"polluted":true}}}`) as object;
    expect(copyJsonObject(inner)).toEqual(refused("arguments-forbidden-key"));
    expect("polluted" in {}).toBe(false);
  });

  it("refuses NUL and halves of surrogate pairs, in values and in keys", () => {
    for (const text of ["a\0", "\ud800", "\udc00x", "\ude00\ud83d"]) {
      expect(copyJsonObject({ a: text })).toEqual(refused("arguments-malformed-text"));
      expect(copyJsonObject({ [text]: 1 })).toEqual(refused("arguments-malformed-text"));
    }
    expect(copyJsonObject({ "😀": "😀" })).toEqual(accepted({ "😀": "😀" }));
  });
});
