import { queueBytes, queueEvents, utf8Length } from "@action-telemetry/event-schema";
import { createUUID } from "../identity/createUUID.ts";
import type { Clock } from "../platform/Clock.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { addDrops, type DropCounts, hasDrops } from "./DropCounts.ts";
import type { IdentifiedRecord, Queue } from "./Queue.ts";
import { parseRecord } from "./QueueRecord.ts";
import type { QueueRow, QueueStore, StoreChange, StoredRow } from "./QueueStore.ts";
import { packRows } from "./packRows.ts";
import { trimRows } from "./trimRows.ts";

/** How long a storage may take to answer before it counts as blocked, in milliseconds. */
const patience = 10_000;

/** Up to this number of events their size cannot exceed `queueBytes`: none is over 1.7 KB. */
const alwaysFits = 600;

/** What the queue needs of its surroundings. */
export interface QueueOptions {
  /** Opens the store when it is first needed. */
  readonly openStore: () => QueueStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Called when there is something to send, and whether the store may be beyond its limits. */
  readonly onReady: (isCrowded: boolean) => void;
}

type Change<T> = (
  record: IdentifiedRecord,
  rows: readonly StoredRow[],
  count: number,
) => StoreChange<T> & { readonly record: IdentifiedRecord };

/** Makes a queue, shut. */
export function createQueue({ openStore, clock, random, onReady }: QueueOptions): Queue {
  let store: QueueStore | undefined;
  let isOpen = false;
  let isIntact = true;
  let isScheduled = false;
  let pending: QueueRow[] = [];
  let pendingBytes = 0;
  let drops: DropCounts = {};
  let latest: IdentifiedRecord | undefined;
  /** Another one after every erasure: what was begun before must not bring anything back. */
  let era = {};
  let unwritten = 0;
  /** Events in the store, as far as this page knows: at most so many of its own have left since. */
  let stored = 0;
  let written = Promise.resolve(0);
  /** What this page has recorded, handed to the store, and nobody has settled. */
  const own = new Map<string, QueueRow>();

  /** Resolves to undefined, and goes over to memory for good, when the store fails. */
  function attempt<T>(operation: (target: QueueStore) => Promise<T>): Promise<T | undefined> {
    return new Promise<T | undefined>((resolve) => {
      const fail = () => {
        isIntact = false;
        resolve(undefined);
      };
      const cancel = clock.setTimer(fail, patience);
      // The detour turns an exception into a rejection, and still runs the operation at once.
      new Promise<T>((settle) => settle(operation((store ??= openStore()))))
        .then(resolve, fail)
        .finally(cancel);
    });
  }

  /** Does to the rows in memory what has been done to the store. */
  function keep(rows: readonly QueueRow[]): void {
    for (const row of rows) {
      if (row.text === "") own.delete(row.id);
      else if (own.has(row.id)) own.set(row.id, row);
    }
  }

  /** Reads, changes and writes the record, with the drops counted so far; the rows as well. */
  async function transact<T>(limit: number, change: Change<T>): Promise<T> {
    const counted = drops;
    const began = era;
    drops = {};
    const apply = (all: readonly StoredRow[], raw: unknown, count: number) => {
      const record = parseRecord(raw);
      const { anonymousId = createUUID(random) } = record;
      const dropped = addDrops(record.dropped, counted);
      const outcome = change({ ...record, anonymousId, dropped }, all, count);
      return { ...outcome, result: outcome };
    };
    const done = isIntact ? await attempt((target) => target.transact(limit, apply)) : undefined;
    const { result, record, rows = [] } = done ?? apply([...own.values()], latest, own.size).result;
    if (began === era) {
      latest = record;
      keep(rows);
    }
    return result;
  }

  async function write(events: readonly QueueRow[]): Promise<number> {
    const rows = packRows(events);
    pending = [];
    pendingBytes = 0;
    unwritten += events.length;
    stored += events.length;
    for (const row of rows) own.set(row.id, row);
    const count = isIntact ? await attempt((target) => target.write(rows)) : undefined;
    unwritten -= events.length;
    // What is stored need not be held in memory as well.
    if (count !== undefined) {
      let length = 0;
      for (const { id, text } of [...own.values()].reverse()) {
        length += text.length;
        if (length > queueBytes) own.delete(id);
      }
    }
    return count ?? 0;
  }

  async function persist(atOnce = false): Promise<void> {
    if (unwritten >= queueEvents && !atOnce) {
      await written;
      return persist();
    }
    if (!isOpen) return;
    const began = era;
    if (pending.length > 0) written = write(pending);
    if (latest !== undefined && !atOnce) onReady(false);
    const count = await written;
    if (began !== era) return;
    if (latest === undefined || hasDrops(drops)) {
      await transact(0, (record) => ({ result: undefined, record }));
    }
    if (began === era) onReady(Math.max(count, stored) > alwaysFits);
  }

  function schedule(): void {
    if (!isOpen || isScheduled) return;
    isScheduled = true;
    void Promise.resolve().then(() => {
      isScheduled = false;
      return persist();
    });
  }

  function drop(reason: string): void {
    drops = addDrops(drops, { [reason]: 1 });
    schedule();
  }

  return {
    get isIntact() {
      return isIntact;
    },
    get latest() {
      return latest;
    },
    get pending() {
      return pending;
    },
    get pendingDrops() {
      return drops;
    },
    yield: (ids) => ids.filter((id) => own.delete(id)).length > 0,
    add(event) {
      pending.push(event);
      pendingBytes += utf8Length(event.text);
      while (pending.length > queueEvents || pendingBytes > queueBytes) {
        pendingBytes -= utf8Length((pending.shift() as QueueRow).text);
        drop("queue-full");
      }
      schedule();
    },
    drop,
    open() {
      isOpen = true;
      void persist();
    },
    shut() {
      isOpen = false;
    },
    async erase() {
      isOpen = false;
      era = {};
      pending = [];
      pendingBytes = 0;
      drops = {};
      latest = undefined;
      stored = 0;
      own.clear();
      // Also after going over to memory: what the storage kept from before must go if it can.
      await attempt((target) => target.erase());
    },
    close: () => store?.close(),
    persist,
    fresh: (isFree) => [...own.values()].filter(({ id }) => isFree(id)),
    take: (isFree) =>
      transact(queueEvents, (record, all, count) => {
        const { rows, changed, dropped, left } = trimRows(all, count, isFree);
        const next = { ...record, dropped: addDrops(record.dropped, dropped) };
        const isPart = changed.length > 0 && count > all.length;
        stored = left;
        return { result: { ...next, rows, isPart, changed }, record: next, rows: changed };
      }),
    async settle({ rows = [], reported = {}, dropped = {}, retry }) {
      const began = era;
      // Before anything else, for the page may be about to end.
      if (isIntact && rows.length > 0) await attempt((target) => target.write(rows));
      if (began !== era) return;
      keep(rows);
      if (retry === latest?.retry && !hasDrops({ ...reported, ...dropped })) return;
      await transact(0, (record) => {
        const left = addDrops(addDrops(record.dropped, reported, -1), dropped);
        return { result: undefined, record: { ...record, dropped: left, retry } };
      });
    },
    peek: async () =>
      isOpen
        ? transact(queueEvents, (record, all, count) => ({
            result: { record, rows: trimRows(all, count, () => false).rows },
            record,
          }))
        : { record: { dropped: {} }, rows: [] },
  };
}
