const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** A date and time for people, in their own time zone. `time` is ISO 8601. */
export function formatDate(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.valueOf()) ? "" : format.format(date);
}
