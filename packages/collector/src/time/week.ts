import { type Period, bucketLabel, bucketOf } from "./calendar.ts";

/** Days from Monday to Monday. */
const days = 7;

/** 1970 began on a Thursday: day 4 was the first Monday. */
const firstMonday = 4;

/** A week, Monday to Sunday in UTC, as the period of its days. */
export type Week = Period & { readonly unit: "day" };

/** The week in which a moment (milliseconds since 1970) lies. */
export function weekOf(time: number): Week {
  const day = bucketOf("day", time);
  const first = Math.floor((day - firstMonday) / days) * days + firstMonday;
  return { unit: "day", first, last: first + days - 1 };
}

/** The last week that is over. */
export function weekBefore(time: number): Week {
  const { first } = weekOf(time);
  return { unit: "day", first: first - days, last: first - 1 };
}

/** How a week is written: the date of its Monday, such as `2026-11-16`. */
export function weekLabel({ first }: Week): string {
  return bucketLabel("day", first);
}
