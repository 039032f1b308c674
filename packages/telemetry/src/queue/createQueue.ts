import {
  batchEvents,
  queueBytes,
  queueEvents,
  type TelemetryEvent,
  utf8Length,
} from "@action-telemetry/event-schema";
import { createUUID } from "../identity/createUUID.ts";
import type { Clock } from "../platform/Clock.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { addDrops, type DropCounts } from "./DropCounts.ts";
import type { IdentifiedRecord, Queue } from "./Queue.ts";
import { parseRecord, type QueueRecord } from "./QueueRecord.ts";
import type { QueueRow, QueueStore, StoreChange, StoredRow } from "./QueueStore.ts";
import { trimRows } from "./trimRows.ts";

/** How long a storage may take to answer before it counts as blocked, in milliseconds. */
const patience = 10_000;

/** Up to this number of rows their size cannot exceed `queueBytes`: none is over 1.7 KB. */
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
) => StoreChange<T> & { readonly record: QueueRecord };

/** Makes a queue, shut. */
export function createQueue({ openStore, clock, random, onReady }: QueueOptions): Queue {
  let store: QueueStore | undefined;
  let isOpen = false;
  let isIntact = true;
  let isScheduled = false;
  let pending: QueueRow[] = [];
  let pendingBytes = 0;
  let drops: DropCounts = {};
  let latest: QueueRecord | undefined;
  let erasures = 0;
  let unwritten = 0;
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

  /** Reads, changes and writes the record, with the drops counted so far; the rows as well. */
  async function transact<T>(limit: number, change: Change<T>): Promise<T> {
    const counted = drops;
    const began = erasures;
    drops = {};
    const apply = (rows: readonly StoredRow[], raw: unknown, count: number) => {
      const record = parseRecord(raw);
      const { anonymousId = createUUID(random(16), 4) } = record;
      const dropped = addDrops(record.dropped, counted);
      const outcome = change({ ...record, anonymousId, dropped }, rows, count);
      return { ...outcome, result: outcome };
    };
    const stored = isIntact ? await attempt((target) => target.transact(limit, apply)) : undefined;
    const { result, record, remove = [] } = stored ?? apply(ownRows(), latest, own.size).result;
    if (began === erasures) {
      latest = record;
      for (const id of remove) own.delete(id as string);
    }
    return result;
  }

  function ownRows(): readonly StoredRow[] {
    return [...own.values()].map(({ id, text }) => ({ key: id, text }));
  }

  async function write(rows: readonly QueueRow[]): Promise<number> {
    pending = [];
    pendingBytes = 0;
    unwritten += rows.length;
    for (const row of rows) own.set(row.id, row);
    const count = isIntact ? await attempt((target) => target.append(rows)) : undefined;
    unwritten -= rows.length;
    if (count === undefined) return own.size;
    // What is stored need not be held in memory as well.
    for (const id of [...own.keys()].slice(0, -queueEvents)) own.delete(id);
    return count;
  }

  async function persist(atOnce = false): Promise<void> {
    if (unwritten >= queueEvents && !atOnce) {
      await written;
      return persist();
    }
    if (!isOpen) return;
    const began = erasures;
    if (pending.length > 0) written = write(pending);
    if (latest !== undefined) onReady(false);
    const count = await written;
    if (began !== erasures) return;
    if (latest === undefined || Object.keys(drops).length > 0) {
      await transact(0, (record) => ({ result: undefined, record }));
    }
    if (began === erasures) onReady(count > alwaysFits);
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
    add(row) {
      pending.push(row);
      pendingBytes += utf8Length(row.text);
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
      erasures += 1;
      pending = [];
      pendingBytes = 0;
      drops = {};
      latest = undefined;
      own.clear();
      // Also after going over to memory: what the storage kept from before must go if it can.
      await attempt((target) => target.erase());
    },
    close: () => store?.close(),
    persist,
    fresh: (isFree) =>
      [...own.values()]
        .filter(({ id }) => isFree(id))
        .slice(0, batchEvents)
        .map(({ text }) => JSON.parse(text) as TelemetryEvent),
    take: (isFree) =>
      transact(queueEvents, (record, rows, count) => {
        const { events, remove, dropped } = trimRows(rows, count, isFree);
        const next = { ...record, dropped: addDrops(record.dropped, dropped) };
        const isPart = remove.length > 0 && count > rows.length;
        const gone = remove as readonly string[];
        return { result: { ...next, events, isPart, gone }, record: next, remove };
      }),
    async settle({ remove = [], reported = {}, dropped = {}, retry }) {
      const began = erasures;
      // Before anything else, for the page may be about to end.
      if (isIntact && remove.length > 0) await attempt((target) => target.remove(remove));
      if (began !== erasures) return;
      for (const id of remove) own.delete(id);
      if (retry === latest?.retry && Object.keys({ ...reported, ...dropped }).length === 0) return;
      await transact(0, (record) => {
        const left = addDrops(addDrops(record.dropped, reported, -1), dropped);
        return { result: undefined, record: { ...record, dropped: left, retry } };
      });
    },
    peek: () =>
      transact(queueEvents, (record, rows, count) => ({
        result: { record, events: trimRows(rows, count, () => false).events },
        record,
      })),
  };
}
