import type { KeptError } from "../KeptError.ts";
import type { Period } from "../../time/calendar.ts";
import type { AppendResult, Delivery, Tally } from "../EventRecord.ts";
import type { EventStore } from "../EventStore.ts";
import type {
  BucketCount,
  CompletionCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  NameSpan,
  Selection,
  SurfaceCount,
  Totals,
} from "../Selection.ts";
import type { EventPage, EventScan, StoredEvent } from "../StoredEvent.ts";
import type { StoredError } from "../StoredError.ts";
import type { PingAnswer, StoredPing } from "../StoredPing.ts";
import type { StoreRow, StoreSize } from "../StoreRow.ts";
import { unpackSeries } from "../rollups/PackedSeries.ts";
import { DeliveryQueue } from "./DeliveryQueue.ts";
import { areLast } from "./SqliteDumps.ts";
import type { SqliteReader } from "./SqliteReader.ts";
import type { SqliteWriter } from "./SqliteWriter.ts";
import { packDelivery } from "./threads/packDelivery.ts";
import type { Api, Caller } from "./threads/Caller.ts";

type Questions = Api<SqliteReader>;

/** The store as the collector sees it: hands everything to the one that writes or the one that reads. */
export class SqliteEventStore implements EventStore {
  readonly #writer: Caller<SqliteWriter>;
  readonly #reader: Caller<SqliteReader>;
  readonly #queue: DeliveryQueue;
  #isStale = true;
  #merging: Promise<void> | undefined;
  #nextMerge: Promise<void> | undefined;

  constructor(writer: Caller<SqliteWriter>, reader: Caller<SqliteReader>) {
    this.#writer = writer;
    this.#reader = reader;
    this.#queue = new DeliveryQueue(async (deliveries) => {
      const outcomes = await writer.call("writePacked", deliveries.map(packDelivery));
      this.#isStale = true;
      return outcomes;
    });
  }

  /** Resolves when the first questions are answered as fast as others, about half a second after the start at most. */
  async ready(): Promise<void> {
    // Trouble shows when something is asked for, and may be over then.
    await Promise.allSettled([this.#counted(), this.#reader.call("warm")]);
  }

  append(delivery: Delivery): Promise<AppendResult> {
    return this.#queue.append(delivery);
  }

  totals(selection: Selection): Promise<Totals> {
    return this.#ask("totals", selection);
  }

  series(selection: Selection): Promise<readonly BucketCount[]> {
    return this.#ask("series", selection);
  }

  async seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]> {
    return unpackSeries(await this.#ask("packedSeriesBy", selection, dimension));
  }

  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]> {
    return this.#ask("breakdown", selection, dimension);
  }

  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): Promise<number> {
    return this.#ask("usersOf", selection, dimension, keys);
  }

  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]> {
    return this.#ask("surfacesByName", selection);
  }

  completions(selection: Selection): Promise<readonly CompletionCount[]> {
    return this.#ask("completions", selection);
  }

  names(): Promise<readonly NameSpan[]> {
    return this.#ask("names");
  }

  tallies(period: Period): Promise<readonly Tally[]> {
    return this.#reader.call("tallies", period);
  }

  latest(limit: number): Promise<readonly StoredEvent[]> {
    return this.#reader.call("latest", limit);
  }

  scan(options: EventScan): Promise<EventPage> {
    return this.#reader.call("scan", options);
  }

  end(): Promise<string> {
    return this.#reader.call("end");
  }

  ping(week: number): Promise<StoredPing | undefined> {
    return this.#reader.call("ping", week);
  }

  keepPing(week: number, body: string): Promise<StoredPing> {
    return this.#writer.call("keepPing", week, body);
  }

  notePing(week: number, answer: PingAnswer): Promise<void> {
    return this.#writer.call("notePing", week, answer);
  }

  keepError(receivedAt: number, error: KeptError): Promise<void> {
    return this.#writer.call("keepError", receivedAt, error);
  }

  errors(limit: number): Promise<readonly StoredError[]> {
    return this.#reader.call("errors", limit);
  }

  erase(anonymizedUserId: string): Promise<number> {
    return this.#writer.call("erase", anonymizedUserId);
  }

  prune(before: number): Promise<number> {
    return this.#writer.call("prune", before);
  }

  claim(task: string, holder: string, now: number, until: number): Promise<boolean> {
    return this.#writer.call("claim", task, holder, now, until);
  }

  async *dump(): AsyncGenerator<readonly StoreRow[]> {
    const dump = await this.#ask("beginDump");
    try {
      for (;;) {
        const rows = await this.#reader.call("nextRows", dump);
        if (rows.length > 0) yield rows;
        if (areLast(rows)) return;
      }
    } finally {
      await this.#reader.call("endDump", dump);
    }
  }

  load(rows: readonly StoreRow[]): Promise<void> {
    return this.#writer.call("load", rows);
  }

  size(): Promise<StoreSize> {
    return this.#ask("size");
  }

  check(): Promise<void> {
    return this.#writer.call("check");
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#reader.call("close").catch(() => undefined);
    await this.#reader.close();
    await this.#writer.call("close").catch(() => undefined);
    await this.#writer.close();
  }

  /** Asks about counts: what is stored is merged into them first. */
  async #ask<Name extends keyof Questions>(
    name: Name,
    ...args: Parameters<Questions[Name]>
  ): Promise<Awaited<ReturnType<Questions[Name]>>> {
    await this.#counted();
    return this.#reader.call(name, ...args);
  }

  /** Resolves when all that is stored now is counted, whatever is stored meanwhile. */
  #counted(): Promise<void> {
    // A merge that is under way began after the last commit, or another is to follow.
    if (!this.#isStale) return this.#merging ?? Promise.resolve();
    this.#nextMerge ??= (this.#merging ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#merge());
    return this.#nextMerge;
  }

  async #merge(): Promise<void> {
    this.#nextMerge = undefined;
    this.#isStale = false;
    this.#merging = this.#writer.call("merge");
    try {
      await this.#merging;
    } catch (error) {
      this.#isStale = true;
      throw error;
    } finally {
      this.#merging = undefined;
    }
  }
}
