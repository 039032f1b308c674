import {
  type BatchHeader,
  isDropReason,
  limits,
  type TelemetryEvent,
} from "@action-telemetry/event-schema";
import type { Clock } from "../platform/Clock.ts";
import type { Locks } from "../platform/Locks.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { addDrops, type DropCounts } from "../queue/DropCounts.ts";
import type { EventQueue, Taken } from "../queue/EventQueue.ts";
import { parseStoredRow } from "../queue/parseStoredRow.ts";
import type { SendResult, Transport } from "../transport/Transport.ts";
import { type ComposedBatch, composeBatch } from "./composeBatch.ts";
import { Dispatcher } from "./Dispatcher.ts";
import { InFlight } from "./InFlight.ts";
import { retryDelay } from "./retryDelay.ts";
import { waitFor } from "./waitFor.ts";

/** How long events gather before they are sent, in milliseconds. */
const coalescing = 50;

/** What every batch of a client says of itself. */
export type SenderIdentity = Pick<BatchHeader, "source" | "sourcegraphURL" | "platform" | "client">;

/** What the sender needs of its surroundings. */
export interface SenderOptions {
  readonly queue: EventQueue;
  readonly transport: Transport;
  readonly identity: SenderIdentity;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Whether what is stored outlives the page. */
  readonly isDurable: () => boolean;
  /** Tells the other tabs which events are being sent. */
  readonly announce: (ids: readonly string[]) => void;
  readonly onChange: () => void;
}

/** Whether the sender has anything to do, and why not. */
export type SenderStatus = "off" | "idle" | "scheduled" | "sending" | "paused";

/**
 * Brings what is queued to the instance: one batch at a time among all tabs, again after a failure,
 * and what can still be sent when the page hides.
 */
export class Sender {
  readonly inFlight: InFlight;
  readonly dispatcher: Dispatcher;
  readonly #options: SenderOptions;
  #enabled = false;
  #paused = false;
  #cancelTimer: (() => void) | undefined;
  #draining: Promise<void> | undefined;
  #again = false;
  #most: number = limits.batchEvents;
  #runs = 0;

  constructor(options: SenderOptions) {
    const { transport, identity, clock, onChange } = options;
    const instanceUrl = identity.sourcegraphURL;
    this.#options = options;
    this.inFlight = new InFlight(clock);
    this.dispatcher = new Dispatcher({ transport, instanceUrl, clock, onChange });
  }

  /** What it is doing. */
  get status(): SenderStatus {
    if (!this.#enabled) return "off";
    if (this.#paused) return "paused";
    if (this.#draining !== undefined) return "sending";
    return this.#cancelTimer === undefined ? "idle" : "scheduled";
  }

  /** Begins to send. */
  start(): void {
    this.#enabled = true;
    this.#paused = false;
  }

  /** Stops at once and aborts what is on its way. */
  stop(): void {
    this.#enabled = false;
    this.#runs += 1;
    this.#unschedule();
    this.dispatcher.abort();
  }

  /** Says that there may be something to send: it is sent shortly, unless a wait is on. */
  wake(): void {
    if (!this.#enabled) return;
    if (this.#draining !== undefined) this.#again = true;
    // Even while nothing is sent, the queue must be kept within its limits.
    else if (this.#options.queue.mayOverflow) void this.#drain(false);
    else if (!this.#paused && this.#cancelTimer === undefined) this.#schedule(coalescing);
  }

  /** Sends what is queued now; resolves when all is sent or nothing more can be done for the moment. */
  async flush(): Promise<void> {
    await this.#draining;
    if (!this.#enabled) return;
    this.#paused = false;
    this.#unschedule();
    await this.#drain(true);
  }

  /**
   * Sends what this page recorded and nobody has begun to send, without waiting for anything: to be
   * called when the page hides, for it may never run again.
   */
  hide(): void {
    const { queue, clock, transport, isDurable } = this.#options;
    if (!this.#enabled) return;
    void queue.persist(true);
    const { anonymousId, retry } = queue.latest ?? {};
    if (this.#paused || anonymousId === undefined) return;
    // What is stored can wait for the next page; what is not gets its last chance now.
    if (waitFor(retry, clock.now(), !isDurable()) > 0) return;
    const events = queue.fresh
      .oldest()
      .flatMap((row) => parseStoredRow({ key: row.id, ...row }) ?? []);
    if (events.length === 0) return;
    const header = this.#header(anonymousId, {});
    const most = this.dispatcher.keepaliveBudget;
    const composed = composeBatch(header, events, transport.encode, most);
    if (composed.bytes <= most) void this.#deliver(composed, true).then(() => this.wake());
  }

  #schedule(delay: number): void {
    this.#unschedule();
    this.#cancelTimer = this.#options.clock.setTimer(() => {
      this.#cancelTimer = undefined;
      void this.#drain(false);
    }, delay);
    this.#options.onChange();
  }

  #unschedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #drain(overrule: boolean): Promise<void> {
    const { locks, identity, onChange } = this.#options;
    this.#draining ??= locks
      .run(`action-telemetry:${identity.sourcegraphURL}`, () => this.#sendAll(overrule))
      // A lock that was taken away leaves nothing undone: whoever took it goes on.
      .catch(() => undefined)
      .then(() => {
        this.#draining = undefined;
        const again = this.#again;
        this.#again = false;
        if (again) this.wake();
        onChange();
      });
    return this.#draining;
  }

  /** Sends batch after batch until nothing is left or something says to wait. Holds the lock. */
  async #sendAll(overrule: boolean): Promise<void> {
    const { queue, clock } = this.#options;
    const run = this.#runs;
    while (this.#enabled) {
      this.#again = false;
      const taken = await queue.take((id) => this.inFlight.wait(id) > 0);
      if (run !== this.#runs) return;
      if (queue.mayOverflow) continue;
      if (this.#paused) return;
      const wait = waitFor(taken.retry, clock.now(), overrule);
      if (wait > 0) return this.#schedule(wait);
      const idle = taken.events.filter((event) => this.inFlight.wait(event.id) === 0);
      if (idle.length > 0) {
        if (!(await this.#sendSome(idle, taken))) return;
      } else if (taken.damaged === 0) {
        return this.#awaitOthers(taken.events);
      }
    }
  }

  /** Looks again when the claims of other tabs end; this tab's own requests wake it themselves. */
  #awaitOthers(events: readonly TelemetryEvent[]): void {
    if (events.length === 0 || this.inFlight.own) return;
    this.#schedule(Math.min(...events.map((event) => this.inFlight.wait(event.id))));
  }

  #sendSome(events: readonly TelemetryEvent[], taken: Taken): Promise<boolean> {
    const header = this.#header(taken.anonymousId, taken.dropped);
    const { encode } = this.#options.transport;
    const first = events.slice(0, this.#most);
    const composed = composeBatch(header, first, encode, limits.keepaliveBytes);
    // After a failure without: a browser that cannot do it must not fail for ever.
    return this.#deliver(composed, taken.retry === undefined);
  }

  #header(anonymizedUserId: string, dropped: DropCounts): BatchHeader {
    const { identity, clock } = this.#options;
    const sentAt = new Date(clock.now()).toISOString();
    const header = { version: 1, sentAt, anonymizedUserId, ...identity } as const;
    return Object.keys(dropped).length > 0 ? { ...header, dropped } : header;
  }

  /** Sends a batch and settles it; resolves to whether the next may follow at once. */
  async #deliver(composed: ComposedBatch, keepalive: boolean): Promise<boolean> {
    const { queue, announce } = this.#options;
    const run = this.#runs;
    const ids = composed.batch.events.map((event) => event.id);
    queue.fresh.forget(ids);
    this.inFlight.begin(ids);
    announce(ids);
    const result = await this.dispatcher.send(composed, keepalive);
    const goOn = run === this.#runs && (await this.#settle(result, composed, ids));
    this.inFlight.end(ids);
    return goOn;
  }

  async #settle(result: SendResult, { batch }: ComposedBatch, ids: readonly string[]) {
    const { queue } = this.#options;
    switch (result.kind) {
      case "accepted": {
        const dropped = countRejections(result.rejected, ids.length);
        await queue.settle({ remove: ids, reported: batch.dropped ?? {}, dropped });
        this.#most = limits.batchEvents;
        return true;
      }
      case "split": {
        if (ids.length === 1) return this.#refuse(ids, "http-413");
        this.#most = Math.ceil(ids.length / 2);
        return true;
      }
      case "refused": {
        this.#paused = result.stop === true;
        return this.#refuse(ids, result.reason);
      }
      case "pause": {
        this.#paused = true;
        return false;
      }
      case "retry":
        return this.#retry(batch.events, result.retryAfterMs);
    }
  }

  async #refuse(ids: readonly string[], reason: string): Promise<boolean> {
    await this.#options.queue.settle({ remove: ids, dropped: { [reason]: ids.length } });
    return true;
  }

  async #retry(events: readonly TelemetryEvent[], imposed: number | undefined): Promise<boolean> {
    const { queue, clock, random, isDurable } = this.#options;
    const attempt = (queue.latest?.retry?.attempt ?? 0) + 1;
    const delay = imposed ?? retryDelay(attempt, random);
    const at = clock.now() + delay;
    await queue.settle({ retry: { at, attempt, imposed: imposed !== undefined } });
    if (!isDurable()) {
      queue.fresh.add(events.map((event) => ({ id: event.id, text: JSON.stringify(event) })));
    }
    this.#schedule(delay);
    return false;
  }
}

function countRejections(
  rejected: (SendResult & { kind: "accepted" })["rejected"] = [],
  most: number,
): DropCounts {
  return rejected.slice(0, most).reduce<DropCounts>((counts, { reason }) => {
    const known = `rejected-${reason}`;
    return addDrops(counts, { [isDropReason(known) ? known : "rejected"]: 1 });
  }, {});
}
