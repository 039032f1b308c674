import { describe, expect, it } from "vitest";
import { addDrops, hasDrops } from "./DropCounts.ts";
import { parseRecord } from "./QueueRecord.ts";

describe("A stored record", () => {
  it("is read as it was written", () => {
    const record = {
      anonymousId: "an-id",
      dropped: { "queue-full": 2, "http-400": 1 },
      retry: { at: 10, attempt: 1, imposed: true },
    };
    expect(parseRecord(structuredClone(record))).toEqual(record);
    expect(parseRecord({ retry: { at: 10, attempt: 1, imposed: false } }).retry?.imposed).toBe(
      false,
    );
  });

  it.each([undefined, null, "text", 7, [], { anonymousId: 7, dropped: null, retry: null }])(
    "that is %j holds nothing",
    (value) => {
      expect(parseRecord(value)).toEqual({ anonymousId: undefined, dropped: {}, retry: undefined });
    },
  );

  it.each([
    { at: 0, attempt: 1 },
    { at: 10, attempt: 0 },
    { at: -1, attempt: 1 },
    { at: 10, attempt: -1 },
    { at: 1.5, attempt: 1 },
    { at: 10, attempt: "1" },
    { at: 10 },
    { attempt: 1 },
  ])("does not make anybody wait for %j", (retry) => {
    expect(parseRecord({ retry }).retry).toBeUndefined();
  });

  it("takes only a sound wish of the instance for one", () => {
    expect(parseRecord({ retry: { at: 1, attempt: 1, imposed: "yes" } }).retry).toEqual({
      at: 1,
      attempt: 1,
      imposed: false,
    });
  });

  it("counts only what is sound", () => {
    const dropped = { a: 1, b: 0, c: -1, d: 1.5, e: "1", "My File.ts": 1 };
    expect(parseRecord({ dropped }).dropped).toEqual({ a: 1 });
  });
});

describe("Counts of drops", () => {
  it("are added, and taken away until nothing is left", () => {
    expect(addDrops({ a: 1, b: 2 }, { b: 3, c: 1 })).toEqual({ a: 1, b: 5, c: 1 });
    expect(addDrops({ a: 1, b: 2 }, { a: 1, b: 1 }, -1)).toEqual({ b: 1 });
    expect(addDrops({}, { a: 1 }, -1)).toEqual({});
    expect(addDrops({ constructor: 1 }, { constructor: 1 })).toEqual({ constructor: 2 });
  });

  it("name at most 32 reasons, of which the last is other", () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`r${index}`, 1]));
    const counts = addDrops({}, many);
    expect(Object.keys(counts)).toHaveLength(32);
    expect(counts["other"]).toBe(9);
    expect(counts["r30"]).toBe(1);
    expect(addDrops(counts, { r3: 2, new: 1 })).toMatchObject({ r3: 3, other: 10 });
  });

  it("say whether there is any", () => {
    expect(hasDrops({})).toBe(false);
    expect(hasDrops({ a: 1 })).toBe(true);
  });
});
