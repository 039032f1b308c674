import type { PingState } from "../../ping/pingState.ts";

/** Why there was no answer, by the code of it; others are said as they are. */
const failures: ReadonlyMap<string, string> = new Map([
  ["", "nobody knows why"],
  ["redirect", "it points elsewhere, and is not followed"],
  ["timeout", "it took more than ten seconds"],
  ["ECONNREFUSED", "it refuses connections"],
  ["ENOTFOUND", "there is no such host"],
]);

/** What a receiver answered to a ping, in a few words. */
export function describeAnswer({ status, outcome, text }: NonNullable<PingState["last"]>): string {
  if (status === 0) return `no answer: ${failures.get(text) ?? text}; it is sent again`;
  const meaning = {
    taken: "taken",
    refused: "refused, and not sent again",
    failed: "not taken, and sent again",
  }[outcome];
  return `${status}, ${meaning}`;
}
