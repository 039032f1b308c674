import type { StoredPing } from "../store/StoredPing.ts";
import { dayMs, hourMs } from "../time/calendar.ts";
import { type Week, weekBefore, weekLabel, weekOf } from "../time/week.ts";
import type { PingArchive } from "./PingArchive.ts";
import { dueAt, outcomeOf } from "./pingSchedule.ts";
import type { PingState } from "./pingState.ts";

/** What the state of pings is read from. */
export interface PingStateOptions {
  readonly archive: PingArchive;
  /** Where pings go; absent: nowhere. */
  readonly url: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** For how many weeks a ping that was sent is looked for. */
const mostWeeks = 5;

/** Reads what became of the last ping, and says when the next is due. Rejects when the database does not answer. */
export async function readPingState(options: PingStateOptions): Promise<PingState> {
  const { archive, url, now } = options;
  const week = weekBefore(now);
  const ping = await archive.of(week);
  return {
    destination: url === undefined ? null : new URL(url).host,
    last: await readLast(archive, week, ping),
    next: url === undefined ? null : nextOf(week, ping, now),
  };
}

async function readLast(
  archive: PingArchive,
  newest: Week,
  made: StoredPing,
): Promise<PingState["last"]> {
  let week = newest;
  let ping: StoredPing | undefined = made;
  for (let weeks = 1; ping?.answer === undefined; weeks += 1) {
    if (weeks === mostWeeks) return null;
    week = weekBefore(week.first * dayMs);
    ping = await archive.kept(week);
  }
  const { at, status, text } = ping.answer;
  return { week: weekLabel(week), at, status, outcome: outcomeOf(status), text };
}

function nextOf(week: Week, { body, answer }: StoredPing, now: number): PingState["next"] {
  if (answer !== undefined && outcomeOf(answer.status) !== "failed") {
    // Its moment is drawn when it is made: on that day.
    const { last } = weekOf(now);
    const from = (last + 1) * dayMs;
    return { week: weekLabel(weekOf(now)), from, before: from + dayMs };
  }
  // It is looked every hour whether there is something to send.
  const due = answer === undefined ? Math.floor(dueAt(week, body)) : answer.at;
  const from = Math.max(now, due);
  return { week: weekLabel(week), from, before: due + hourMs > now ? due + hourMs : now + hourMs };
}
