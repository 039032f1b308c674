import { type AnalyticsRange, isAnalyticsRange } from "../../analytics/AnalyticsRange.ts";

/** The range in a query string; a week if there is none that we know. */
export function readRange(search: string): AnalyticsRange {
  const range = new URLSearchParams(search).get("range");
  return isAnalyticsRange(range) ? range : "7d";
}

/** Puts the range into the address, so that it can be shared and survives a reload. */
export function writeRange(range: AnalyticsRange): void {
  const url = new URL(window.location.href);
  url.searchParams.set("range", range);
  window.history.replaceState(null, "", url);
}
