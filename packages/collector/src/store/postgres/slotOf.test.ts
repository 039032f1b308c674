import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveEventId } from "../../ingest/deriveEventId.ts";
import { dayMs } from "../../time/calendar.ts";
import { slotOf, undatedSlot } from "./slotOf.ts";

describe("slotOf", () => {
  it("puts IDs of one day together, and those of the next day elsewhere", () => {
    const midnight = Date.UTC(2026, 10, 22);
    const [first, last, next] = [midnight, midnight + dayMs - 1, midnight + dayMs].map((time) =>
      slotOf(deriveEventId(time, "")),
    );
    expect(last).toBe(first);
    expect(next).not.toBe(first);
  });

  it("comes back to a partition after 128 days, later than events are kept by default", () => {
    const slots = Array.from({ length: 256 }, (_, day) => slotOf(deriveEventId(day * dayMs, "")));
    expect(new Set(slots).size).toBe(128);
    expect(slots.slice(128)).toEqual(slots.slice(0, 128));
  });

  it("finds one of 129 places for every ID there is", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(slotOf(id)).toBeGreaterThanOrEqual(-1);
        expect(slotOf(id)).toBeLessThan(128);
      }),
    );
    expect(slotOf("5b1f8f6e-0f3a-4a4e-9d2b-0c8f4a5b6e71")).toBe(undatedSlot);
  });
});
