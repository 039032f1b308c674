import { dayMs } from "../time/calendar.ts";
import type { Week } from "../time/week.ts";

/** What became of sending a ping: taken, refused for good, or failed, so that it is sent again. */
export type PingOutcome = "taken" | "refused" | "failed";

/** What an answer's status means; 0 stands for no answer. */
export function outcomeOf(status: number): PingOutcome {
  if (status >= 200 && status < 300) return "taken";
  const isWorthAnother = status < 200 || status >= 500 || status === 408 || status === 429;
  return isWorthAnother ? "failed" : "refused";
}

/**
 * When the ping of a week is to be sent first: on the first day of the next week, at a moment that its random ID decides
 * (milliseconds since 1970).
 */
export function dueAt({ last }: Week, body: string): number {
  const { id } = JSON.parse(body) as { readonly id: string };
  const fraction = Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
  return (last + 1) * dayMs + fraction * dayMs;
}
