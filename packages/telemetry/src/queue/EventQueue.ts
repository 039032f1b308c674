import { limits, type TelemetryEvent, utf8Length } from "@action-telemetry/event-schema";
import { createAnonymousId } from "../identity/createAnonymousId.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { alwaysFits, chooseOldest } from "./chooseOldest.ts";
import { addDrops, type DropCounts, subtractDrops } from "./DropCounts.ts";
import { FreshEvents } from "./FreshEvents.ts";
import { parseStoredRow } from "./parseStoredRow.ts";
import { parseRecord, type QueueRecord, type RetryState } from "./QueueRecord.ts";
import type { QueueRow, QueueStore, StoredRow } from "./QueueStore.ts";

/** What the queue holds for the next batch. */
export interface Taken extends QueueRecord {
  readonly anonymousId: string;
  /** Oldest first; an event's ID is the key by which it is removed. */
  readonly events: readonly TelemetryEvent[];
  /** How many damaged rows have been dropped on the way. */
  readonly damaged: number;
}

/** What came of a batch. */
export interface Settlement {
  /** IDs of events that need not be sent again. */
  readonly remove?: readonly string[];
  /** Drops that the instance has now been told of. */
  readonly reported?: DropCounts;
  /** Drops to tell the instance of. */
  readonly dropped?: DropCounts;
  /** When to try again; absent: whenever there is something. */
  readonly retry?: RetryState | undefined;
}

/** What the queue needs of its surroundings. */
export interface QueueOptions {
  readonly store: QueueStore;
  readonly random: RandomBytes;
  /** Called when something has been stored that may be sent. */
  readonly onStored: () => void;
}

/**
 * Keeps events until the instance has them. While shut (consent is unknown) it holds them in memory;
 * once open it writes them to the store in the microtask after the one that added them.
 */
export class EventQueue {
  /** Events of this page that nobody has begun to send. */
  readonly fresh = new FreshEvents();
  readonly #options: QueueOptions;
  #open = false;
  #pending: QueueRow[] = [];
  #pendingBytes = 0;
  #dropped: DropCounts = {};
  #latest: QueueRecord | undefined;
  #scheduled = false;
  #writing: Promise<void> | undefined;
  #erasures = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** The store's record as last seen: when a page hides there is no time to read it. */
  get latest(): QueueRecord | undefined {
    return this.#latest;
  }

  /** Events that no store has yet, oldest first. */
  get pending(): readonly QueueRow[] {
    return this.#pending;
  }

  /** Drops that no store has yet. */
  get pendingDrops(): DropCounts {
    return this.#dropped;
  }

  /** Takes an event; when too many wait for the store, the oldest of them makes room. */
  add(row: QueueRow): void {
    this.#pending.push(row);
    this.#pendingBytes += utf8Length(row.text);
    while (this.#pending.length > limits.queueEvents || this.#pendingBytes > limits.queueBytes) {
      this.#pendingBytes -= utf8Length(this.#pending.shift()?.text ?? "");
      this.drop("queue-full");
    }
    this.#schedule();
  }

  /** Counts a loss. */
  drop(reason: string): void {
    this.#dropped = addDrops(this.#dropped, { [reason]: 1 });
    this.#schedule();
  }

  /** Opens the way to the store: reads the record, and writes what has gathered. */
  open(): void {
    this.#open = true;
    void this.persist();
  }

  /** Shuts the way to the store; what is added from now on waits in memory. */
  shut(): void {
    this.#open = false;
  }

  /** Shuts, and forgets everything at once, here and in the store. */
  erase(): Promise<void> {
    this.shut();
    this.#erasures += 1;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#dropped = {};
    this.#latest = undefined;
    this.fresh.clear();
    return this.#options.store.erase();
  }

  /**
   * Writes what has gathered; resolves when it is stored. One write at a time, so that what gathers
   * meanwhile stays bounded; `atOnce` begins another, because the page may end.
   */
  persist(atOnce = false): Promise<void> {
    if (!this.#open) return Promise.resolve();
    if (this.#writing !== undefined && !atOnce) return this.#writing;
    const writing = this.#write().finally(() => {
      if (this.#writing === writing) this.#writing = undefined;
      if (this.#pending.length > 0) this.#schedule();
    });
    this.#writing = writing;
    return writing;
  }

  /** Reads the oldest events and the record, which gets its anonymous ID if it has none. */
  take(): Promise<Taken> {
    return this.#transact(limits.batchEvents, (record, rows) => {
      const events: TelemetryEvent[] = [];
      const damaged: unknown[] = [];
      for (const row of rows) {
        const event = parseStoredRow(row);
        // The ID is the key by which it will be removed: under another key it would never go.
        if (event !== undefined && event.id === row.key) events.push(event);
        else damaged.push(row.key);
      }
      const lost = damaged.length > 0 ? { "storage-corrupt": damaged.length } : {};
      const next = this.#identify({ ...record, dropped: addDrops(record.dropped, lost) });
      const result = { ...next, events, damaged: damaged.length };
      return { result, remove: damaged, record: next };
    });
  }

  /** Writes down what came of a batch. */
  settle({ remove = [], reported = {}, dropped = {}, retry }: Settlement): Promise<void> {
    return this.#transact(0, (record) => {
      const counts = addDrops(subtractDrops(record.dropped, reported), dropped);
      return { result: undefined, remove, record: { ...record, dropped: counts, retry } };
    });
  }

  /** Everything that is stored, for the inspector; changes nothing. */
  peek(): Promise<{ readonly record: QueueRecord; readonly events: readonly TelemetryEvent[] }> {
    return this.#options.store.transact(limits.queueEvents, (rows, record) => ({
      result: {
        record: parseRecord(record),
        events: rows.map(parseStoredRow).filter((event) => event !== undefined),
      },
    }));
  }

  #schedule(): void {
    if (!this.#open || this.#scheduled) return;
    this.#scheduled = true;
    void Promise.resolve().then(() => {
      this.#scheduled = false;
      return this.persist();
    });
  }

  async #write(): Promise<void> {
    const rows = this.#pending;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.fresh.add(rows);
    const erasures = this.#erasures;
    const count = rows.length > 0 ? await this.#options.store.append(rows) : 0;
    if (erasures !== this.#erasures) return;
    const unreported = Object.keys(this.#dropped).length > 0;
    if (count > alwaysFits || unreported || this.#latest === undefined) await this.#maintain(count);
    if (erasures === this.#erasures) this.#options.onStored();
  }

  /** Brings the store within its limits, and hands it the drops counted in memory. */
  async #maintain(count: number): Promise<void> {
    const most = 2 * limits.queueEvents;
    const limit = count > alwaysFits ? Math.min(count, most) : 0;
    const removed = await this.#transact(limit, (record, rows) => {
      const remove = limit > 0 ? chooseOldest(rows, Math.max(0, count - rows.length)) : [];
      const lost = remove.length > 0 ? { "queue-full": remove.length } : {};
      const next = this.#identify({ ...record, dropped: addDrops(record.dropped, lost) });
      return { result: remove, remove, record: next };
    });
    this.fresh.forget(removed);
    if (count > most && removed.length > 0) await this.#maintain(count - removed.length);
  }

  #identify(record: QueueRecord): QueueRecord & { readonly anonymousId: string } {
    return {
      ...record,
      anonymousId: record.anonymousId ?? createAnonymousId(this.#options.random),
    };
  }

  /** A transaction of the store that also takes along the drops counted in memory. */
  async #transact<T>(
    limit: number,
    change: (
      record: QueueRecord,
      rows: readonly StoredRow[],
    ) => { result: T; remove: readonly unknown[]; record: QueueRecord },
  ): Promise<T> {
    const counted = this.#dropped;
    this.#dropped = {};
    const erasures = this.#erasures;
    const { result, latest } = await this.#options.store.transact(limit, (rows, raw) => {
      const record = parseRecord(raw);
      const next = change({ ...record, dropped: addDrops(record.dropped, counted) }, rows);
      return { ...next, result: { result: next.result, latest: next.record } };
    });
    if (erasures === this.#erasures) this.#latest = latest;
    return result;
  }
}
