import type { BucketUnit } from "../../time/calendar.ts";

const whole = new Intl.NumberFormat("en-US");
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
const oneDecimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
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

/** A bucket's label on an axis: `Nov 22` or `16:00`. */
export function formatBucket(unit: BucketUnit, label: string): string {
  return unit === "day" ? day.format(new Date(label)) : hour.format(new Date(label));
}

/** A bucket's name in full: `Sun, Nov 22` or `Nov 22, 16:00 UTC`. */
export function formatBucketLong(unit: BucketUnit, label: string): string {
  const date = new Date(label);
  return unit === "day" ? weekday.format(date) : `${day.format(date)}, ${hour.format(date)} UTC`;
}

/** `16:20:01`, or `Nov 21, 16:20:01` on another UTC day than `now`. */
export function formatMoment(time: number, now: number): string {
  const iso = new Date(time).toISOString();
  const clock = iso.slice(11, 19);
  const isToday = iso.slice(0, 10) === new Date(now).toISOString().slice(0, 10);
  return isToday ? clock : `${day.format(time)}, ${clock}`;
}
