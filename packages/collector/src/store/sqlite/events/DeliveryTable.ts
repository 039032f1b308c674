import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { StoredEvent } from "../../StoredEvent.ts";
import type { Facet } from "../../StoreRow.ts";
import { Dictionary } from "../Dictionary.ts";
import type { KeyTable } from "../rollups/KeyTable.ts";
import { EventKeys } from "./EventKeys.ts";
import { type EncodableEvent, encodeEvents } from "./encodeEvents.ts";

/** What the events of a delivery have in common. */
export type DeliveryHeader = Pick<
  StoredEvent,
  "anonymizedUserId" | "sourcegraphURL" | "client" | "source" | "platform" | "receivedAt"
>;

/** An event without what its delivery says. */
export type DeliveredEvent = EncodableEvent &
  Pick<StoredEvent, "kind" | "name" | "surface" | "trigger">;

/** Events that were not there before. */
export interface NewEvents<Event> {
  readonly person: number;
  readonly events: readonly Event[];
  /** The facet that each counts for: its own, or for a completion that of what it completes. */
  readonly facets: readonly number[];
}

/** Puts deliveries into their table, each as one row, and what they refer to into the tables beside it. */
export class DeliveryTable {
  readonly #insert: StatementSync;
  readonly #highest: StatementSync;
  readonly #noteArguments: StatementSync;
  readonly #namesWithArguments = new Set<number>();
  readonly #people: Dictionary;
  readonly #origins: Dictionary;
  readonly #keys: EventKeys;
  readonly #rollUpKeys: KeyTable;
  #sequence = 0;

  constructor(database: DatabaseSync, rollUpKeys: KeyTable) {
    this.#rollUpKeys = rollUpKeys;
    this.#insert = database.prepare(
      "INSERT INTO delivery (sequence, received_at, person, origin, count, events) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#highest = database.prepare(highestSequence);
    this.#noteArguments = database.prepare(
      "INSERT INTO name_with_arguments (key) VALUES (?) ON CONFLICT DO NOTHING",
    );
    this.#people = new Dictionary(database, "person", ["anonymized_user_id"]);
    const origin = ["instance_url", "client_name", "client_version"];
    this.#origins = new Dictionary(database, "origin", origin);
    this.#keys = new EventKeys(database);
  }

  /** To be called at the beginning of every transaction that inserts; others may have inserted since. */
  begin(): void {
    this.#sequence = Number(this.#highest.get()?.["sequence"]);
  }

  /** Stores those events whose ID is not known for this user, each once. */
  insert<Event extends DeliveredEvent>(
    header: DeliveryHeader,
    events: readonly Event[],
  ): NewEvents<Event> {
    const person = this.personOf(header.anonymizedUserId);
    const sequence = this.#sequence + 1;
    const ids = events.map(({ id }) => id);
    const added = new Set(this.#keys.add(person, ids, sequence));
    // The first of several with one ID stands.
    const news = events.filter(({ id }) => added.delete(id));
    if (news.length === 0) return { person, events: [], facets: [] };
    const facets = news.map((event) => this.facetOf(event, header));
    const counted = this.#countedAs(person, news, facets);
    const { client } = header;
    this.#insert.run(
      sequence,
      header.receivedAt,
      person,
      this.#origins.idOf([header.sourcegraphURL, client.name, client.version]),
      news.length,
      encodeEvents(news, facets, counted),
    );
    this.#sequence = sequence;
    return { person, events: news, facets: counted };
  }

  /** A completion counts for the facet of the event that it completes, wherever that one is. */
  #countedAs(
    person: number,
    events: readonly DeliveredEvent[],
    facets: readonly number[],
  ): readonly number[] {
    const completed = events.flatMap(({ of }) => of ?? []);
    if (completed.length === 0) return facets;
    const stored = this.#keys.facetsOf(person, completed);
    const here = new Map(events.map(({ id }, index) => [id, facets[index]]));
    return events.map(({ of = "" }, index) => here.get(of) ?? stored.get(of) ?? facets[index] ?? 0);
  }

  /** The number of the facet of an event. */
  facetOf(
    {
      kind,
      name,
      surface = "",
      trigger = "",
    }: Pick<Facet, "kind" | "name"> & { readonly surface?: string; readonly trigger?: string },
    { source, platform }: Pick<Facet, "source" | "platform">,
  ): number {
    const text = `${kind}\n${name}\n${surface}\n${trigger}\n${source}\n${platform}`;
    return this.#rollUpKeys.numberOf("facet", text);
  }

  /** Notes that events of a name carry arguments. */
  noteArguments({ kind, name }: Pick<Facet, "kind" | "name">): void {
    const key = this.#rollUpKeys.numberOf("name", `${kind}\n${name}`);
    if (this.#namesWithArguments.has(key)) return;
    this.#noteArguments.run(key);
    this.#namesWithArguments.add(key);
  }

  personOf(anonymizedUserId: string): number {
    return this.#people.idOf([anonymizedUserId]);
  }

  /** Forgets what it remembers of the database: after a rollback, or an erasure, it may hold rows that are not there. */
  forget(): void {
    this.#people.forget();
    this.#origins.forget();
    this.#namesWithArguments.clear();
  }
}

/**
 * The highest number that any delivery has or had: who has read as far must find what is stored later behind it. All
 * that is deleted was counted before.
 */
export const highestSequence = `
  SELECT max(coalesce((SELECT max(sequence) FROM delivery), 0),
             coalesce((SELECT value FROM counter WHERE name = 'counted'), 0)) AS sequence`;
