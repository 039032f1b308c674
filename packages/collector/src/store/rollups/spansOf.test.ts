import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketsOf, daysOf } from "../../time/calendar.ts";
import { spansOf } from "./spansOf.ts";

const days = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.nat(800))
  .map(([first, length]) => ({ unit: "day", first, last: first + length }) as const);

describe("spansOf", () => {
  it("covers every day of a period once", () => {
    fc.assert(
      fc.property(days, (period) => {
        const covered = spansOf(period).flatMap((span) => bucketsOf(daysOf(span)));
        expect(covered).toEqual(bucketsOf(period));
      }),
    );
  });

  it("makes few buckets of a year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (first) => {
        const spans = spansOf({ unit: "day", first, last: first + 364 });
        const buckets = spans.reduce((sum, span) => sum + span.last - span.first + 1, 0);
        expect(buckets).toBeLessThanOrEqual(35);
      }),
    );
  });
});
