import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testEventId, testNow } from "../../../testing/batches.ts";
import { record } from "../../../testing/conformance/storeRecords.ts";
import { decodeFlags } from "../../flags.ts";
import { decodeEvents, idAt } from "./decodeEvents.ts";
import { type EncodableEvent, encodeEvents } from "./encodeEvents.ts";

const hexadecimal = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from({ length: 16 }, (_, digit) => digit.toString(16))),
    minLength: length,
    maxLength: length,
  });
const uuid = fc
  .tuple(hexadecimal(8), hexadecimal(4), hexadecimal(4), hexadecimal(4), hexadecimal(12))
  .map((parts) => parts.join("-"));
/** All that timestamps of four digits for the year can say. */
const time = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });

const anyEvent: fc.Arbitrary<EncodableEvent> = fc.record(
  {
    id: uuid,
    alt: fc.boolean(),
    trusted: fc.boolean(),
    clock: fc.constantFrom("kept", "future", "past"),
    clientTime: time,
    occurredAt: time,
    arguments: fc.string(),
    outcome: fc.constantFrom("succeeded", "failed", "cancelled"),
    durationMs: fc.double({ min: 0, noNaN: true }),
    of: uuid,
  },
  { requiredKeys: ["id", "alt", "trusted", "clock", "clientTime", "occurredAt"] },
);

/** All that can be read of what was written. */
function roundTrip(events: readonly EncodableEvent[]): readonly EncodableEvent[] {
  const columns = decodeEvents(
    encodeEvents(
      events,
      events.map((_, index) => index * 7),
      events.map((_, index) => index),
    ),
  );
  expect(columns.facets).toEqual(events.map((_, index) => index * 7));
  return events.map((_, index) => {
    const { countedAs = index, ...details } = columns.details.get(index) ?? {};
    expect(countedAs).toBe(index);
    return {
      id: idAt(columns, index),
      ...decodeFlags(columns.flags[index] ?? 0),
      clientTime: columns.clientTimes[index] ?? 0,
      occurredAt: columns.occurredAts[index] ?? 0,
      ...details,
    };
  });
}

describe("encodeEvents", () => {
  it("loses nothing of any events", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        expect(roundTrip(events)).toEqual(events);
      }),
    );
  });

  it("takes some fifteen bytes for an ordinary event", () => {
    const events = Array.from({ length: 50 }, (_, n) =>
      record(n, {
        id: testEventId(n).replace("019aac4c-6a00", `019aac4c-6a${(n + 16).toString(16)}`),
        clientTime: Number.parseInt(`019aac4c6a${(n + 16).toString(16)}`, 16),
        occurredAt: Number.parseInt(`019aac4c6a${(n + 16).toString(16)}`, 16) + 40,
      }),
    );
    const bytes = encodeEvents(
      events,
      events.map(() => 300),
      [],
    );
    expect(bytes.length / events.length).toBeLessThan(15);
  });

  it("refuses times that are none, rather than keep something else", () => {
    const broken = record(1, { occurredAt: Number.NaN });
    expect(() => encodeEvents([broken], [1], [])).toThrow(/whole milliseconds, got NaN/);
    expect(() => encodeEvents([record(1, { clientTime: testNow + 0.5 })], [1], [])).toThrow(/got/);
  });
});
