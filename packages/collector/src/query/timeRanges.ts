import {
  type BucketUnit,
  type Period,
  bucketOf,
  dayMs,
  periodEndingNow,
  periodTimes,
} from "../time/calendar.ts";

/** Every range that has a name; each ends now. */
export const presets = ["24h", "7d", "30d", "90d", "12m"] as const;

/** A range with a name: hours, days or months up to now, the one that is not over included. */
export type Preset = (typeof presets)[number];

/** Days from one to another, both included, as `2026-11-22`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** What time is asked about. */
export type TimeRange = Preset | DateRange;

/** Every unit of time, the shortest first. */
export const units: readonly BucketUnit[] = ["hour", "day", "week", "month"];

/** The most points that a range may have. */
export const maxBuckets = 400;

const lengthByPreset: Readonly<Record<Preset, readonly [BucketUnit, number]>> = {
  "24h": ["hour", 24],
  "7d": ["day", 7],
  "30d": ["day", 30],
  "90d": ["day", 90],
  "12m": ["month", 12],
};

/** From how many days on a longer unit is easier to read. */
const naturalUnits: readonly (readonly [days: number, unit: BucketUnit])[] = [
  [2, "hour"],
  [100, "day"],
  [maxBuckets, "week"],
];

/** The unit of a range that no other is asked for. */
export function naturalUnit(range: TimeRange): BucketUnit {
  if (typeof range === "string") return lengthByPreset[range][0];
  const days = (Date.parse(range.to) - Date.parse(range.from)) / dayMs + 1;
  return naturalUnits.find(([most]) => days <= most)?.[1] ?? "month";
}

/**
 * The hours, days, weeks or months of a range, rounded out to whole ones: a range of days has all of
 * the weeks that it touches.
 *
 * @param now - Milliseconds since 1970.
 */
export function rangeToPeriod(range: TimeRange, unit: BucketUnit, now: number): Period {
  const { from, before } =
    typeof range === "string"
      ? { ...periodTimes(periodEndingNow(...lengthByPreset[range], now)), before: now + 1 }
      : { from: Date.parse(range.from), before: Date.parse(range.to) + dayMs };
  return { unit, first: bucketOf(unit, from), last: bucketOf(unit, before - 1) };
}

/** The units in which a range has few enough points to show, whenever that is asked. */
export function unitsOf(range: TimeRange): readonly BucketUnit[] {
  return units.filter((unit) => {
    // A named range is about as long at any time, and never near the limit.
    const { first, last } = rangeToPeriod(range, unit, 0);
    return last - first < maxBuckets;
  });
}
