import { type Period, periodEndingNow } from "../time/calendar.ts";

/** Every range that analytics can be asked for; each ends now. */
export const analyticsRanges = ["24h", "7d", "30d", "90d"] as const;

/** A range: the last 24 hours by hour, or the last days by day, today included. */
export type AnalyticsRange = (typeof analyticsRanges)[number];

const lengthByRange: Readonly<Record<AnalyticsRange, readonly ["hour" | "day", number]>> = {
  "24h": ["hour", 24],
  "7d": ["day", 7],
  "30d": ["day", 30],
  "90d": ["day", 90],
};

/** Whether a value is one of the ranges. */
export function isAnalyticsRange(value: unknown): value is AnalyticsRange {
  return analyticsRanges.some((range) => range === value);
}

/** The hours or days of a range that ends at `now` (milliseconds since 1970). */
export function rangeToPeriod(range: AnalyticsRange, now: number): Period {
  const [unit, count] = lengthByRange[range];
  return periodEndingNow(unit, count, now);
}
