import { setTimeout as wait } from "node:timers/promises";
import { postToReceiver } from "../../http/postToReceiver.ts";
import type { Delivery } from "../../store/EventRecord.ts";
import type { Clock } from "../../time/Clock.ts";
import { deliveriesToLogs } from "./deliveriesToLogs.ts";
import type { ForwardSettings } from "./ForwardSettings.ts";
import { readRejected } from "./readRejected.ts";
import { retryDelay } from "./retryDelay.ts";
import { waitAtMost } from "../../time/waitAtMost.ts";

/** Events that may wait. */
const mostWaiting = 10_000;

/** Events that are sent together, unless one delivery has more. */
const batchEvents = 500;

/** How long events are gathered before they are sent, in milliseconds. */
const gatherMs = 1000;

/** How long the last ones may take when the collector stops, in milliseconds. */
const closingMs = 1000;

/** What OTLP says may be sent again; anything else is an answer. 0 is none. */
const retryable: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

/** What became of events that were to be sent on. */
export type ForwardResult = "sent" | "refused" | "dropped";

/** What a forwarder needs. */
export interface EventForwarderOptions extends ForwardSettings {
  readonly clock: Clock;
  /** Told what became of how many events. */
  readonly onResult?: (result: ForwardResult, events: number) => void;
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
  /** @default the timer of this machine */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Sends stored events on to an OpenTelemetry collector, in the background: nobody waits for it, and what does not fit
 * into its queue is dropped and counted. An event may be sent twice; it has the same `log.record.uid` then.
 */
export class EventForwarder {
  readonly #options: EventForwarderOptions;
  readonly #closing = new AbortController();
  readonly #queue: Delivery[] = [];
  #counts: Readonly<Record<ForwardResult, number>> = { sent: 0, refused: 0, dropped: 0 };
  #waiting = 0;
  #running: Promise<void> | undefined;

  constructor(options: EventForwarderOptions) {
    this.#options = options;
  }

  /** The host that events go to. */
  get destination(): string {
    return new URL(this.#options.url).host;
  }

  /** What became of events since the collector started. */
  get counts(): Readonly<Record<ForwardResult, number>> {
    return this.#counts;
  }

  /** Takes what was stored. Returns at once. */
  take(delivery: Delivery): void {
    const { length } = delivery.events;
    if (length === 0) return;
    if (this.#closing.signal.aborted || this.#waiting + length > mostWaiting) {
      return this.#count("dropped", length);
    }
    this.#queue.push(delivery);
    this.#waiting += length;
    this.#running ??= this.#run();
  }

  /** Sends what waits, once, and drops what is not taken within a second. */
  async close(): Promise<void> {
    this.#closing.abort();
    await waitAtMost(closingMs, this.#running);
    this.#queue.length = 0;
    this.#count("dropped", this.#waiting);
    this.#waiting = 0;
  }

  #count(result: ForwardResult, events: number): void {
    if (events === 0) return;
    this.#counts = { ...this.#counts, [result]: this.#counts[result] + events };
    this.#options.onResult?.(result, events);
  }

  async #run(): Promise<void> {
    await this.#pause(gatherMs);
    for (let next = this.#next(); next.length > 0; next = this.#next()) await this.#send(next);
    this.#running = undefined;
  }

  #next(): readonly Delivery[] {
    const batch: Delivery[] = [];
    let count = 0;
    for (let [first] = this.#queue; first !== undefined; [first] = this.#queue) {
      if (batch.length > 0 && count + first.events.length > batchEvents) break;
      count += first.events.length;
      batch.push(first);
      this.#queue.shift();
    }
    return batch;
  }

  async #send(batch: readonly Delivery[]): Promise<void> {
    const { url, headers, fetch, clock } = this.#options;
    const events = batch.reduce((sum, delivery) => sum + delivery.events.length, 0);
    const body = JSON.stringify(deliveriesToLogs(batch));
    const post = { url, headers, fetch, contentType: "application/json", body };
    for (let attempt = 0; ; attempt += 1) {
      const isLast = this.#closing.signal.aborted;
      const { status, retryAfter, text } = await postToReceiver(post);
      // What close did not wait for, it has counted.
      if (this.#waiting === 0) return;
      if (!retryable.has(status) || isLast) {
        this.#waiting -= events;
        return this.#conclude(events, status, text, isLast);
      }
      await this.#pause(retryDelay(retryAfter, attempt, clock.now(), Math.random()));
    }
  }

  #conclude(events: number, status: number, answer: string, isLast: boolean): void {
    if (status < 200 || status > 299) return this.#count(isLast ? "dropped" : "refused", events);
    const refused = Math.min(events, readRejected(answer));
    this.#count("sent", events - refused);
    this.#count("refused", refused);
  }

  /** Ends early when the collector stops. */
  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#closing;
    const { wait: pause = waitUnreferenced } = this.#options;
    if (!signal.aborted) await pause(milliseconds, signal).catch(() => undefined);
  }
}

function waitUnreferenced(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal, ref: false });
}
