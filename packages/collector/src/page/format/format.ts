import { type BucketUnit, hourMs } from "../../time/calendar.ts";

const whole = new Intl.NumberFormat("en-US");
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 });
const percent = new Intl.NumberFormat("en-US", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const day = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short", day: "numeric" });
const weekday = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  weekday: "short",
  month: "short",
  day: "numeric",
});
const dayAndYear = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  month: "short",
  day: "numeric",
  year: "numeric",
});
const month = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short" });
const monthAndYear = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  month: "short",
  year: "numeric",
});
const longMonth = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  month: "long",
  year: "numeric",
});
const hour = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
});

/** `12,345`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `12.3K`, for axes. */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** `4.2`. */
export function formatRatio(value: number): string {
  return oneDecimal.format(value);
}

/** `12.3%` of a share from 0 to 1. */
export function formatShare(value: number): string {
  return percent.format(value);
}

/** What a short label says besides. */
export interface BucketLabel {
  /** Of an hour its day. */
  readonly hasDay?: boolean;
  /** Of a day, week or month its year. */
  readonly hasYear?: boolean;
}

/** A bucket's label on an axis: `16:00` or `Nov 22 16h`, `Nov 22` (of a week: its Monday), `Nov` or `Nov 2026`. */
export function formatBucket(
  unit: BucketUnit,
  label: string,
  { hasDay = false, hasYear = false }: BucketLabel = {},
): string {
  const date = new Date(label);
  switch (unit) {
    case "hour":
      return hasDay ? `${day.format(date)} ${date.getUTCHours()}h` : hour.format(date);
    case "day":
    case "week":
      return (hasYear ? dayAndYear : day).format(date);
    case "month":
      return (hasYear ? monthAndYear : month).format(date);
  }
}

/** A bucket's name in full: `Nov 22, 16:00 UTC`, `Sun, Nov 22`, `Week of Nov 16` or `November 2026`. */
export function formatBucketLong(unit: BucketUnit, label: string): string {
  const date = new Date(label);
  switch (unit) {
    case "hour":
      return `${day.format(date)}, ${hour.format(date)} UTC`;
    case "day":
      return weekday.format(date);
    case "week":
      return `Week of ${dayAndYear.format(date)}`;
    case "month":
      return longMonth.format(date);
  }
}

/** `Nov 22, 2026`. */
export function formatDay(date: string): string {
  return dayAndYear.format(new Date(date));
}

/** `Nov 16 – Nov 22, 2026`, and the year twice where there are two. */
export function formatDays(from: string, to: string): string {
  return dayAndYear.formatRange(new Date(from), new Date(to));
}

/**
 * Days as {@link formatDays} has them, and whole days of hours, too; other hours from the beginning of the first one to the
 * end of the last: `Nov 21, 13:00 – Nov 22, 12:00 UTC`.
 *
 * @param from - The label of a day or an hour.
 */
export function formatSpan(from: string, to: string): string {
  const [start, end] = [new Date(from), new Date(Date.parse(to) + hourMs)];
  const isOfDays = !from.includes("T") || start.getUTCHours() + end.getUTCHours() === 0;
  if (isOfDays) return formatDays(from, to);
  return `${[start, end].map((time) => `${day.format(time)}, ${hour.format(time)}`).join(" – ")} UTC`;
}

/** `180 ms`, `1.2 s` or `3.4 min`, to two digits: durations are known within a fifth. */
export function formatDuration(ms: number): string {
  if (ms < 995) return `${twoDigits.format(ms)} ms`;
  return ms < 59_500 ? `${twoDigits.format(ms / 1000)} s` : `${twoDigits.format(ms / 60_000)} min`;
}

/** `Nov 21, 16:20`, or `16:20` on the UTC day of `now`. */
export function formatMinute(time: number, now?: number): string {
  return formatMoment(time, now).slice(0, -3);
}

/** `Nov 21, 16:20:01`, or `16:20:01` on the UTC day of `now`. */
export function formatMoment(time: number, now?: number): string {
  const iso = new Date(time).toISOString();
  const clock = iso.slice(11, 19);
  const isToday = now !== undefined && iso.startsWith(new Date(now).toISOString().slice(0, 10));
  return isToday ? clock : `${day.format(time)}, ${clock}`;
}
