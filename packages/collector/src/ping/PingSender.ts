import { postToReceiver } from "../http/postToReceiver.ts";
import type { Log } from "../log/Log.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { StoredPing } from "../store/StoredPing.ts";
import type { Clock } from "../time/Clock.ts";
import { dayMs } from "../time/calendar.ts";
import { type Week, weekBefore, weekLabel } from "../time/week.ts";
import { answerText } from "./answerText.ts";
import type { PingArchive } from "./PingArchive.ts";

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
    const level = isTaken(status) && status < 300 ? "info" : "warning";
    log.write(level, { event: "ping-sent", week: weekLabel(week), status });
    await store.notePing(week.first, { status, at: clock.now(), text: answerText(said) });
  }
}

function isDue(week: Week, { body, answer }: StoredPing, now: number): boolean {
  return !isTaken(answer?.status) && now >= dueAt(week, body);
}

/** Whether it would be of no use to send it again. */
function isTaken(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 500 && status !== 408 && status !== 429;
}

function dueAt({ last }: Week, body: string): number {
  const { id } = JSON.parse(body) as { readonly id: string };
  const fraction = Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
  return (last + 1) * dayMs + fraction * dayMs;
}
