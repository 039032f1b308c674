import { postToReceiver } from "../http/postToReceiver.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import { dayMs } from "../time/calendar.ts";
import { type Week, weekBefore } from "../time/week.ts";
import type { PingArchive } from "./PingArchive.ts";

/** What the sender needs. */
export interface PingSenderOptions {
  readonly archive: PingArchive;
  readonly store: Pick<EventStore, "notePing">;
  /** Where pings go: https. */
  readonly url: string;
  readonly clock: Clock;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch;
}

/**
 * Sends the ping of the week that is over, once: on the first day of the next, at a moment that its random
 * ID decides, so that not all instances send at once. What was not taken is sent again at the next call.
 */
export class PingSender {
  readonly #options: PingSenderOptions;

  constructor(options: PingSenderOptions) {
    this.#options = options;
  }

  /** To be called every now and then. Never rejects: a ping is nothing that anybody waits for. */
  async sendIfDue(): Promise<void> {
    const { archive, store, clock, url, fetch } = this.#options;
    try {
      const week = weekBefore(clock.now());
      const { body, answer } = await archive.of(week);
      if (isTaken(answer?.status) || clock.now() < dueAt(week, body)) return;
      const contentType = "application/json";
      const { status } = await postToReceiver({ url, fetch, contentType, body });
      await store.notePing(week.first, { status, at: clock.now() });
    } catch {
      // The database does not answer: the next call finds out what is due.
    }
  }
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
