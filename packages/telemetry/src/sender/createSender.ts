import { type BatchHeader, batchEvents, keepaliveBytes } from "@action-telemetry/event-schema";
import type { Clock } from "../platform/Clock.ts";
import type { Locks } from "../platform/Locks.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { type DropCounts, hasDrops } from "../queue/DropCounts.ts";
import { firstEvents, without } from "../queue/consumeRows.ts";
import type { IdentifiedRecord, Queue, Taken } from "../queue/Queue.ts";
import type { QueueRow } from "../queue/QueueStore.ts";
import type { SendResult, Transport } from "../transport/Transport.ts";
import { composeBatch } from "./composeBatch.ts";
import { countRejections } from "./countRejections.ts";
import { createClaims } from "./createClaims.ts";
import { createDispatcher } from "./createDispatcher.ts";
import { retryDelay } from "./retryDelay.ts";
import type { Sender } from "./Sender.ts";
import { waitFor } from "./waitFor.ts";

/** How long after all was sent the next batch gathers, in milliseconds: under load a request carries many events. */
const gatherTime = 250;

/** What every batch of a client says of itself. */
export type SenderIdentity = Pick<BatchHeader, "source" | "sourcegraphURL" | "platform" | "client">;

type Refusal = Extract<SendResult, { readonly kind: "refused" }>;

/** What the sender needs of its surroundings. */
export interface SenderOptions {
  readonly queue: Queue;
  readonly transport: Transport;
  readonly identity: SenderIdentity;
  readonly locks: Locks;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Whether what is stored outlives the page. */
  readonly isDurable: () => boolean;
  /** Tells the other tabs which rows are being sent. */
  readonly announce: (ids: readonly string[]) => void;
  readonly onChange: () => void;
}

/** Makes a sender, off. */
export function createSender(options: SenderOptions): Sender {
  const { queue, transport, identity, locks, clock, random, isDurable, announce } = options;
  const { onChange } = options;
  const dispatcher = createDispatcher(options);
  const claims = createClaims(clock);
  const { own: busy, isFree } = claims;
  let isOn = false;
  let isPaused = false;
  let isInsisting = false;
  /** Whether the store may hold more than this page has just recorded. */
  let hasBacklog = true;
  let again = false;
  let most: number = batchEvents;
  /** When what is recorded may be sent again. */
  let gathered = 0;
  /** Another one after every stop: what was begun before must not go on. */
  let run = {};
  let cancelTimer: (() => void) | undefined;
  let draining: Promise<void> | undefined;

  function unschedule(): void {
    cancelTimer?.();
    cancelTimer = undefined;
  }

  function schedule(delay: number): void {
    unschedule();
    cancelTimer = clock.setTimer(() => {
      cancelTimer = undefined;
      void drain();
    }, delay);
  }

  function wake(isCrowded = false): void {
    if (!isOn) return;
    hasBacklog ||= isCrowded;
    if (draining !== undefined) again = true;
    else if (isCrowded || (!isPaused && cancelTimer === undefined)) void drain();
  }

  function drain(): Promise<void> {
    draining ??= locks
      .run(`action-telemetry:${identity.sourcegraphURL}`, sendAll)
      // A lock that was taken away leaves nothing undone: whoever took it goes on.
      .catch(() => undefined)
      .then(() => {
        draining = undefined;
        if (again) wake();
        onChange();
      });
    return draining;
  }

  /** Sends batch after batch until nothing is left or something says to wait. Holds the lock. */
  async function sendAll(): Promise<void> {
    const current = run;
    const isOver = () => run !== current || !isOn;
    while (!isOver()) {
      again = false;
      const { latest } = queue;
      const taken: Taken =
        hasBacklog || latest === undefined || hasDrops(latest.dropped)
          ? await queue.take(isFree)
          : { ...latest, rows: queue.fresh(isFree) };
      if (isOver()) return;
      // The tab that recorded it holds it in memory as well.
      if (taken.changed?.length) announce(idsOf(taken.changed));
      if (taken.isPart) continue;
      if (isPaused) return;
      const wait = waitFor(taken.retry, clock.now(), isInsisting);
      if (wait > 0) return schedule(wait);
      const free = taken.rows.filter(({ id }) => isFree(id));
      if (free.length > 0) {
        const gathering = gathered - clock.now();
        // Further ahead than that: the clock was set back.
        if (gathering > 0 && gathering <= gatherTime && !isInsisting) return schedule(gathering);
        if (!(await deliver(free, taken))) return;
      } else {
        if (taken.rows.length === 0) hasBacklog = false;
        // Others are sending it; this tab's own requests wake it themselves.
        else if (busy.size === 0)
          schedule(Math.min(...taken.rows.map(({ id }) => claims.left(id))));
        return;
      }
    }
  }

  /**
   * Sends a batch and settles it; resolves to whether the next may follow at once. It outlives the page
   * only if a budget of bytes is given: a browser goes on with such a request even when it is aborted.
   */
  async function deliver(
    rows: readonly QueueRow[],
    { anonymousId, dropped }: IdentifiedRecord,
    budget?: number,
  ): Promise<boolean> {
    const current = run;
    const isAlive = budget !== undefined;
    const sentTime = clock.now();
    const header: BatchHeader = {
      version: 1,
      sentAt: new Date(sentTime).toISOString(),
      anonymizedUserId: anonymousId,
      ...identity,
      ...(hasDrops(dropped) && { dropped }),
    };
    const composed = composeBatch(
      header,
      firstEvents(rows, most),
      transport.encode,
      budget ?? keepaliveBytes,
    );
    if (isAlive && composed.bytes > budget) return false;
    const count = composed.batch.events.length;
    const rest = without(rows, count);
    const ids = idsOf(rest);
    for (const id of ids) busy.set(id, isAlive);
    announce(ids);
    const result = await dispatcher.send(composed, isAlive);
    const isAll = rest.length === rows.length && rest.at(-1)?.text === "";
    gathered = isAll && result.kind === "accepted" ? sentTime + gatherTime : 0;
    const goOn = run === current && (await settle(result, rest, count, dropped));
    for (const id of ids) busy.delete(id);
    return goOn;
  }

  async function settle(
    result: SendResult,
    rows: readonly QueueRow[],
    count: number,
    reported: DropCounts,
  ): Promise<boolean> {
    if (result.kind === "accepted") {
      most = batchEvents;
      await queue.settle({ rows, reported, dropped: countRejections(result.rejected, count) });
    } else if (result.kind === "refused" || (result.kind === "split" && count === 1)) {
      const { reason = "http-413", stop = false } = result as Partial<Refusal>;
      isPaused = stop;
      await queue.settle({ rows, dropped: { [reason]: count } });
    } else if (result.kind === "split") {
      most = Math.ceil(count / 2);
    } else {
      hasBacklog = true;
      if (result.kind === "pause") isPaused = true;
      else await postpone(result.retryAfterMs);
      return false;
    }
    return true;
  }

  async function postpone(imposed: number | undefined): Promise<void> {
    const attempt = (queue.latest?.retry?.attempt ?? 0) + 1;
    const delay = imposed ?? retryDelay(attempt, random);
    const at = Math.round(clock.now() + delay);
    await queue.settle({ retry: { at, attempt, imposed: imposed !== undefined } });
    schedule(delay);
  }

  return {
    get status() {
      if (!isOn) return "off";
      if (isPaused) return "paused";
      if (draining !== undefined) return "sending";
      return cancelTimer === undefined ? "idle" : "scheduled";
    },
    get sent() {
      return dispatcher.sent;
    },
    start() {
      isOn = true;
      gathered = 0;
      isPaused = false;
      hasBacklog = true;
    },
    stop() {
      isOn = false;
      run = {};
      unschedule();
      dispatcher.abort();
    },
    clear: dispatcher.clear,
    claim(ids) {
      claims.add(ids);
      hasBacklog = true;
      if (queue.yield(ids)) wake();
    },
    wake,
    async flush() {
      while (draining !== undefined) await draining;
      if (!isOn) return;
      isPaused = false;
      isInsisting = true;
      hasBacklog = true;
      unschedule();
      await drain();
      isInsisting = false;
    },
    hide(isEnd = false) {
      if (!isOn) return;
      void queue.persist(true);
      const { latest } = queue;
      if (isPaused || latest === undefined) return;
      // What is stored can wait for the next page; what is not gets its last chance now.
      if (waitFor(latest.retry, clock.now(), !isDurable()) > 0) return;
      const rows = queue.fresh((id) => isFree(id) || (isEnd && busy.get(id) === false));
      if (rows.length > 0) {
        const sent = deliver(rows, { ...latest, dropped: {} }, dispatcher.keepaliveBudget);
        void sent.then(() => wake());
      }
    },
  };
}

function idsOf(rows: readonly QueueRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}
