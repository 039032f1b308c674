import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "./calendar.ts";
import { weekBefore, weekLabel, weekOf } from "./week.ts";

const at = (time: string) => Date.parse(time);

describe("A week", () => {
  it.each([
    ["2026-11-16T00:00:00.000Z", "2026-11-16"],
    ["2026-11-22T23:59:59.999Z", "2026-11-16"],
    ["2026-11-23T00:00:00.000Z", "2026-11-23"],
    ["2024-02-29T12:00:00.000Z", "2024-02-26"],
    ["1970-01-01T00:00:00.000Z", "1969-12-29"],
  ])("of %s begins on Monday, %s", (time, monday) => {
    expect(weekLabel(weekOf(at(time)))).toBe(monday);
  });

  it("is followed by the next without a gap", () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_000_000_000_000 }), (time) => {
        const week = weekOf(time);
        const before = weekBefore(time);
        expect(week.last - week.first).toBe(6);
        expect(before.last + 1).toBe(week.first);
        expect(new Date(week.first * dayMs).getUTCDay()).toBe(1);
        expect(week.first * dayMs).toBeLessThanOrEqual(time);
        expect((week.last + 1) * dayMs).toBeGreaterThan(time);
      }),
    );
  });
});
