import {
  argumentsBytes,
  isTimestamp,
  parseEvent,
  parseEventBatch,
} from "@action-telemetry/event-schema";
import fc from "fast-check";
import { Compile } from "typebox/compile";
import { describe, expect, it } from "vitest";
import { testBatch, testEvent } from "../testing/batches.ts";
import { eventBatchSchema, eventSchema } from "./eventBatchSchema.ts";

const events = Compile(eventSchema);
const batches = Compile(eventBatchSchema);

/** What JSON Schema cannot say: sizes in bytes, and days that do not exist. */
function isBeyondSchema(value: Readonly<Record<string, unknown>>): boolean {
  const { arguments: args } = value;
  const isLarge = args !== undefined && JSON.stringify(args).length > argumentsBytes / 4;
  return isLarge || ["time", "sentAt"].some((key) => key in value && !isTimestamp(value[key]));
}

/** A sound value with some of its fields exchanged for others, sound or not. */
function changed<T extends object>(
  sound: T,
  values: fc.Arbitrary<unknown>,
  more: readonly string[],
) {
  const keys = fc.constantFrom(...Object.keys(sound), ...more);
  return fc
    .uniqueArray(fc.tuple(keys, values), { maxLength: 3, selector: ([key]) => key })
    .map((changes) => ({ ...sound, ...Object.fromEntries(changes) }) as Record<string, unknown>);
}

const text = fc.oneof(
  fc.constantFrom("pointer", "api", "succeeded", "failed", "toolbar", "", "a b", "ſ", "__proto__"),
  fc.constantFrom(
    "2026-11-22T12:00:00Z",
    "2026-11-22T12:00:00.123456789Z",
    "2026-11-22T12:00:00+01:00",
    "019aac4c-6a00-7000-8000-000000000001",
    "019AAC4C-6a00-7000-8000-000000000001",
    "https://instance.example/base",
    "https://user@instance.example",
  ),
  fc.string({ maxLength: 140 }),
);
const value = fc.oneof(
  text,
  fc.constantFrom(true, false, null, 0, 1, -1, 0.5, 86_400_000, 86_400_001, 1e300),
  fc.constantFrom([], {}, { lines: 12 }, { a: { b: [1, "x"] } }),
  fc.dictionary(fc.string({ maxLength: 6 }), fc.integer({ min: -1, max: 3 }), { maxKeys: 3 }),
);

describe("The schema of events in the API's document", () => {
  const base = {
    ...testEvent(1, { trigger: "pointer", arguments: { lines: 12 } }),
    outcome: "succeeded",
    of: testEvent(2).id,
    durationMs: 12,
  };

  it("takes what the parser takes, and nothing else", () => {
    const more = ["alt", "trusted", "title"];
    let taken = 0;
    fc.assert(
      fc.property(changed(base, value, more), (event) => {
        fc.pre(!isBeyondSchema(event));
        const isSound = parseEvent(event).ok;
        taken += Number(isSound);
        expect([event, events.Check(event)]).toEqual([event, isSound]);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it("of batches does too", () => {
    const batch = testBatch([testEvent(1)], { dropped: { "queue-full": 2 } });
    const clients = fc.constantFrom(
      { name: "a", version: "1" },
      { name: "a", version: "" },
      { name: "a", version: "1", more: 1 },
    );
    let taken = 0;
    fc.assert(
      fc.property(changed(batch, fc.oneof(value, clients), ["cookie"]), (made) => {
        fc.pre(!isBeyondSchema(made));
        const parsed = parseEventBatch(made);
        const isSound = parsed.ok && parsed.value.rejected.length === 0;
        taken += Number(isSound);
        expect([made, batches.Check(made)]).toEqual([made, isSound]);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});
