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

/** How long the receiver may take, in milliseconds. */
const patience = 10_000;

/** Bytes of an answer that are read. */
const answerLimit = 65_536;

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
    const { archive, store, clock } = this.#options;
    try {
      const week = weekBefore(clock.now());
      const { body, answer } = await archive.of(week);
      if (isTaken(answer?.status) || clock.now() < dueAt(week, body)) return;
      await store.notePing(week.first, { status: await this.#send(body), at: clock.now() });
    } catch {
      // The database does not answer: the next call finds out what is due.
    }
  }

  /** The status of the answer, 0 without one. */
  async #send(body: string): Promise<number> {
    const { url, fetch: send = fetch } = this.#options;
    try {
      const response = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(patience),
      });
      await readSome(response.body);
      return response.status;
    } catch {
      return 0;
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

/** A connection can be used again when its answer was read; a long answer is nobody's business. */
async function readSome(stream: ReadableStream<Uint8Array> | null): Promise<void> {
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > answerLimit) return;
  }
}
