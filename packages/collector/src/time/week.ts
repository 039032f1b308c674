import { type Period, bucketLabel, bucketOf, daysOf } from "./calendar.ts";

/** A week, Monday to Sunday in UTC, as the period of its days. */
export type Week = Period & { readonly unit: "day" };

/** The week in which a moment (milliseconds since 1970) lies. */
export function weekOf(time: number): Week {
  return daysOfWeek(bucketOf("week", time));
}

/** The last week that is over. */
export function weekBefore(time: number): Week {
  return daysOfWeek(bucketOf("week", time) - 1);
}

/** How a week is written: the date of its Monday, such as `2026-11-16`. */
export function weekLabel({ first }: Week): string {
  return bucketLabel("day", first);
}

function daysOfWeek(week: number): Week {
  return { ...daysOf({ unit: "week", first: week, last: week }), unit: "day" };
}
