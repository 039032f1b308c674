import { postToReceiver } from "../http/postToReceiver.ts";
import type { Log } from "../log/Log.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { StoredPing } from "../store/StoredPing.ts";
import type { Clock } from "../time/Clock.ts";
import { type Week, weekBefore, weekLabel } from "../time/week.ts";
import { answerText } from "./answerText.ts";
import type { PingArchive } from "./PingArchive.ts";
import { dueAt, outcomeOf } from "./pingSchedule.ts";

/** What the sender needs. */
export interface PingSenderOptions {
  readonly archive: PingArchive;
  readonly store: Pick<EventStore, "notePing" | "claim">;
  /** Who this is among the collectors on one database. */
  readonly holder: string;
  /** Where pings go: https. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: Pick<Log, "write">;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch;
}

/** For how long a collector keeps the task to itself, in milliseconds: longer than a receiver may take. */
const claimMs = 60_000;

/**
 * Sends the ping of the week that is over, once, whichever of several collectors does: on the first day of the next, at a
 * moment that its random ID decides, so that not all instances send at once. What was not taken is sent again at the next
 * call.
 */
export class PingSender {
  readonly #options: PingSenderOptions;

  constructor(options: PingSenderOptions) {
    this.#options = options;
  }

  /** To be called every now and then. Never rejects: a ping is nothing that anybody waits for. */
  async sendIfDue(): Promise<void> {
    const { archive, store, clock, holder } = this.#options;
    const now = clock.now();
    const week = weekBefore(now);
    try {
      if (!isDue(week, await archive.of(week), now)) return;
      if (!(await store.claim("ping", holder, now, now + claimMs))) return;
      // Who had the task before may have done it meanwhile.
      const ping = await archive.of(week);
      if (isDue(week, ping, now)) await this.#send(week, ping);
    } catch {
      // The database does not answer: the next call finds out what is due.
    }
  }

  async #send(week: Week, { body }: StoredPing): Promise<void> {
    const { store, clock, url, fetch, log } = this.#options;
    const contentType = "application/json";
    const { status, ...said } = await postToReceiver({ url, fetch, contentType, body });
    const level = outcomeOf(status) === "taken" ? "info" : "warning";
    log.write(level, { event: "ping-sent", week: weekLabel(week), status });
    const text = said.failure ?? answerText(said);
    await store.notePing(week.first, { status, at: clock.now(), text });
  }
}

function isDue(week: Week, { body, answer }: StoredPing, now: number): boolean {
  const isWanted = answer === undefined || outcomeOf(answer.status) === "failed";
  return isWanted && now >= dueAt(week, body);
}
