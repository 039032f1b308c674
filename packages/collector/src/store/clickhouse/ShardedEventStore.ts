import { createHash } from "node:crypto";
import type { KeptError } from "../KeptError.ts";
import type { Period } from "../../time/calendar.ts";
import type { Delivery } from "../EventRecord.ts";
import type { EventStore } from "../EventStore.ts";
import type { Dimension, Selection } from "../Selection.ts";
import type { EventPage, EventScan } from "../StoredEvent.ts";
import type { PingAnswer } from "../StoredPing.ts";
import { type StoreRow, type StoreSize, emptySize } from "../StoreRow.ts";
import {
  mergeBreakdowns,
  mergeCompletions,
  mergeNames,
  mergeSeries,
  mergeSeriesBy,
  mergeSurfaces,
  mergeTallies,
  sum,
} from "../mergeAnswers.ts";
import { mergeByReceipt } from "./mergeByReceipt.ts";
import { type SummedRow, isSumOfMany } from "./rollUpRows.ts";
import { SumsOfShards } from "./SumsOfShards.ts";

/** Separates the places of the shards. */
const separator = ".";

/** A store that holds what some of the people do. */
export interface Shard extends EventStore {
  /** Resolves to those of some rows that it has counted nothing of yet. */
  missing(rows: readonly SummedRow[]): Promise<readonly SummedRow[]>;
}

/**
 * Several stores as one. All that one person does is on one shard, which the person's ID leads to: so an ID is known
 * there or nowhere, and distinct users add up. What is not of a person is on the first. What needs a shard that does not
 * answer rejects: the deliveries of that shard's people, and every question.
 */
export class ShardedEventStore implements EventStore {
  readonly #shards: readonly Shard[];
  readonly #first: Shard;

  /** @param shards - Always the same number in the same order. */
  constructor(first: Shard, others: readonly Shard[]) {
    this.#first = first;
    this.#shards = [first, ...others];
  }

  append(delivery: Delivery) {
    return this.#shardOf(delivery.anonymizedUserId).append(delivery);
  }

  async totals(selection: Selection) {
    const [totals, names] = await Promise.all([
      this.#ask((shard) => shard.totals(selection)),
      this.breakdown(selection, "name"),
    ]);
    return {
      executions: sum(totals.map(({ executions }) => executions)),
      users: sum(totals.map(({ users }) => users)),
      names: names.length,
      synthetic: sum(totals.map(({ synthetic }) => synthetic)),
    };
  }

  async series(selection: Selection) {
    return mergeSeries(await this.#ask((shard) => shard.series(selection)));
  }

  async seriesBy(selection: Selection, dimension: Dimension) {
    return mergeSeriesBy(await this.#ask((shard) => shard.seriesBy(selection, dimension)));
  }

  async breakdown(selection: Selection, dimension: Dimension) {
    return mergeBreakdowns(await this.#ask((shard) => shard.breakdown(selection, dimension)));
  }

  async usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]) {
    return sum(await this.#ask((shard) => shard.usersOf(selection, dimension, keys)));
  }

  async surfacesByName(selection: Selection) {
    return mergeSurfaces(await this.#ask((shard) => shard.surfacesByName(selection)));
  }

  async completions(selection: Selection) {
    return mergeCompletions(await this.#ask((shard) => shard.completions(selection)));
  }

  async names() {
    return mergeNames(await this.#ask((shard) => shard.names()));
  }

  async tallies(period: Period) {
    return mergeTallies(await this.#ask((shard) => shard.tallies(period)));
  }

  async latest(limit: number) {
    const newest = await this.#ask((shard) => shard.latest(limit));
    const merged = mergeByReceipt(newest.map((events) => events.toReversed()));
    return merged
      .map(({ event }) => event)
      .toReversed()
      .slice(0, limit);
  }

  /** In the order of receipt; of what was received in one millisecond, one shard comes after the other. */
  async scan({ after, ...options }: EventScan): Promise<EventPage> {
    const places = after?.split(separator) ?? [];
    const placeOf = (index: number) => places[index] || undefined;
    const pages = await this.#ask((shard, index) =>
      shard.scan({ ...options, after: placeOf(index) }),
    );
    const merged = mergeByReceipt(pages.map(({ events }) => events)).slice(0, options.limit);
    const ends = await this.#ask(async (shard, index) => {
      const taken = merged.filter((event) => event.list === index).length;
      const page = pages[index];
      if (page === undefined || taken === page.events.length) return page?.end ?? "";
      if (taken === 0) return placeOf(index) ?? "";
      return (await shard.scan({ ...options, after: placeOf(index), limit: taken })).end;
    });
    const found = sum(pages.map(({ events }) => events.length));
    const isLast = merged.length === found && pages.every((page) => page.isLast);
    return { events: merged.map(({ event }) => event), end: ends.join(separator), isLast };
  }

  async end() {
    return (await this.#ask((shard) => shard.end())).join(separator);
  }

  ping(week: number) {
    return this.#first.ping(week);
  }

  keepPing(week: number, body: string) {
    return this.#first.keepPing(week, body);
  }

  notePing(week: number, answer: PingAnswer) {
    return this.#first.notePing(week, answer);
  }

  keepError(receivedAt: number, error: KeptError) {
    return this.#first.keepError(receivedAt, error);
  }

  errors(limit: number) {
    return this.#first.errors(limit);
  }

  claim(task: string, holder: string, now: number, until: number) {
    return this.#first.claim(task, holder, now, until);
  }

  /** Noted on every shard, so that each knows all who have been erased. */
  async erase(anonymizedUserId: string) {
    return sum(await this.#ask((shard) => shard.erase(anonymizedUserId)));
  }

  async prune(before: number) {
    return sum(await this.#ask((shard) => shard.prune(before)));
  }

  /** What was counted on several shards is summed up and comes first, then people and events of one after the other. */
  async *dump(): AsyncGenerator<readonly StoreRow[]> {
    const sums = new SumsOfShards();
    for (const shard of this.#shards) {
      for await (const rows of shard.dump()) {
        if (rows[0]?.type === "event") break;
        const others = rows.filter((row) => !sums.take(row) && row.type !== "person");
        if (shard === this.#first && others.length > 0) yield others;
      }
    }
    yield* sums.rows();
    for (const shard of this.#shards) {
      for await (const rows of shard.dump()) {
        const own = rows.filter(({ type }) => type === "event" || type === "person");
        if (own.length > 0) yield own;
      }
    }
  }

  /** What any shard has counted stands: sums are loaded into the first, so the others are asked whether they know them. */
  async load(rows: readonly StoreRow[]) {
    const sums = rows.filter(isSumOfMany);
    const asked = this.#shards.slice(1).map(async (shard) => new Set(await shard.missing(sums)));
    const missing: readonly ReadonlySet<StoreRow>[] = await Promise.all(asked);
    const wanted = rows.filter(
      (row) => !isSumOfMany(row) || missing.every((some) => some.has(row)),
    );
    await this.#ask((shard) => shard.load(wanted.filter((row) => this.#shardsFor(row).has(shard))));
  }

  async size() {
    const size: Record<keyof StoreSize, number> = { ...emptySize };
    for await (const rows of this.dump()) for (const { type } of rows) size[type] += 1;
    return size;
  }

  async check() {
    await this.#ask((shard) => shard.check());
  }

  async close() {
    await this.#ask((shard) => shard.close());
  }

  #shardOf(anonymizedUserId: string): Shard {
    const digest = createHash("sha256").update(anonymizedUserId).digest();
    return this.#shards[digest.readUInt32BE() % this.#shards.length] ?? this.#first;
  }

  #shardsFor(row: StoreRow): ReadonlySet<Shard> {
    switch (row.type) {
      case "event":
        return new Set([this.#shardOf(row.event.anonymizedUserId)]);
      case "person":
        return new Set([this.#shardOf(row.anonymizedUserId)]);
      case "erasure":
        return new Set(this.#shards);
      default:
        return new Set([this.#first]);
    }
  }

  #ask<Answer>(
    question: (shard: Shard, index: number) => Promise<Answer>,
  ): Promise<readonly Answer[]> {
    return Promise.all(this.#shards.map(question));
  }
}
