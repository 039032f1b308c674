import { limits, type TelemetryEvent, utf8Length } from "@action-telemetry/event-schema";
import { createAnonymousId } from "../identity/createAnonymousId.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import { alwaysFits, chooseOldest } from "./chooseOldest.ts";
import { addDrops, type DropCounts, subtractDrops } from "./DropCounts.ts";
import { FreshEvents } from "./FreshEvents.ts";
import { parseStoredRow } from "./parseStoredRow.ts";
import { sortRows } from "./sortRows.ts";
import { parseRecord, type QueueRecord, type RetryState } from "./QueueRecord.ts";
import type { QueueRow, QueueStore, StoredRow } from "./QueueStore.ts";

type IdentifiedRecord = QueueRecord & { readonly anonymousId: string };

/** What the queue holds for the next batch. */
export interface Taken extends IdentifiedRecord {
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
  #unwritten = 0;
  #writing: Promise<void> = Promise.resolve();
  #erasures = 0;
  /** How many rows there may be; 0 when they are known to keep within the limits. */
  #count = 0;

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
   * Writes what has gathered; resolves when it is stored. What is being written is bounded as what
   * waits is: beyond that a write waits for the one before, unless `atOnce` says that the page may end.
   */
  async persist(atOnce = false): Promise<void> {
    if (this.#unwritten >= limits.queueEvents && !atOnce) {
      await this.#writing;
      return this.persist();
    }
    if (!this.#open) return;
    const erasures = this.#erasures;
    const rows = this.#pending;
    await (rows.length > 0 ? this.#append(rows) : this.#writing);
    if (erasures !== this.#erasures) return;
    const unreported = Object.keys(this.#dropped).length > 0;
    if (unreported || this.#latest === undefined) await this.#synchronize();
    if (erasures === this.#erasures) this.#options.onStored();
  }

  /** Whether more may be stored than the limits allow, so that `take` is due. */
  get mayOverflow(): boolean {
    return this.#count > alwaysFits;
  }

  /**
   * Reads the oldest events and the record, and brings the store within its limits. To be called by one
   * tab at a time, so that nothing is dropped that another is sending.
   *
   * @param isBusy - Whether an event is on its way all the same.
   */
  take(isBusy: (id: unknown) => boolean): Promise<Taken> {
    const most = this.mayOverflow ? 2 * limits.queueEvents : 0;
    const count = this.#count;
    this.#count = 0;
    return this.#transact(most || limits.batchEvents, (record, rows) => {
      const newer = rows.length < most ? 0 : Math.max(0, count - rows.length);
      const oldest = most > 0 ? chooseOldest(rows, newer) : [];
      const surplus = new Set(oldest.filter((key) => !isBusy(key)));
      const { events, damaged } = sortRows(rows.filter(({ key }) => !surplus.has(key)));
      if (newer > 0) this.#count = newer + events.length;
      const lost = { "queue-full": surplus.size, "storage-corrupt": damaged.length };
      const next = { ...record, dropped: addDrops(record.dropped, lost) };
      const result = {
        ...next,
        events: events.slice(0, limits.batchEvents),
        damaged: damaged.length,
      };
      return { result, remove: [...surplus, ...damaged], record: next };
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

  #append(rows: readonly QueueRow[]): Promise<void> {
    this.#pending = [];
    this.#pendingBytes = 0;
    this.fresh.add(rows);
    this.#unwritten += rows.length;
    this.#writing = this.#options.store.append(rows).then((count) => {
      this.#unwritten -= rows.length;
      this.#count = count;
    });
    return this.#writing;
  }

  /** Hands the store the drops that were counted in memory, and learns the record. */
  #synchronize(): Promise<void> {
    return this.#transact(0, (record) => ({ result: undefined, remove: [], record }));
  }

  /**
   * A transaction of the store that also takes along the drops counted in memory, and gives the record
   * an anonymous ID if it has none.
   */
  async #transact<T>(
    limit: number,
    change: (
      record: IdentifiedRecord,
      rows: readonly StoredRow[],
    ) => { result: T; remove: readonly unknown[]; record: QueueRecord },
  ): Promise<T> {
    const counted = this.#dropped;
    this.#dropped = {};
    const erasures = this.#erasures;
    const { result, remove, latest } = await this.#options.store.transact(limit, (rows, raw) => {
      const record = parseRecord(raw);
      const { anonymousId = createAnonymousId(this.#options.random) } = record;
      const dropped = addDrops(record.dropped, counted);
      const next = change({ ...record, anonymousId, dropped }, rows);
      return { ...next, result: { ...next, latest: next.record } };
    });
    if (erasures === this.#erasures) this.#latest = latest;
    this.fresh.forget(remove);
    return result;
  }
}
