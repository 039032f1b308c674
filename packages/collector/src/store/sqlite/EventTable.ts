import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { StoredEvent } from "../StoredEvent.ts";
import type { Facet } from "../StoreRow.ts";
import { Counters } from "./Counters.ts";
import { Dictionary } from "./Dictionary.ts";
import { encodeFlags } from "./flags.ts";

/** What a delivery's events have in common. */
export type EventOrigin = Pick<
  StoredEvent,
  "anonymizedUserId" | "sourcegraphURL" | "client" | "source" | "platform" | "receivedAt"
>;

/** One that was not there before. */
export interface NewEvent {
  readonly facet: number;
  readonly person: number;
}

/** Puts events into their table, and what they refer to into the tables beside it. */
export class EventTable {
  readonly #insert: StatementSync;
  readonly #people: Dictionary;
  readonly #origins: Dictionary;
  readonly #facets: Dictionary;
  readonly #counters: Counters;
  #sequence = 0;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      `INSERT INTO event (sequence, event_id, person, facet, origin, received_at, occurred_at,
                          client_time, flags, arguments, outcome, duration_ms, completes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#people = new Dictionary(database, "person", ["anonymized_user_id"]);
    this.#origins = new Dictionary(database, "origin", [
      "instance_url",
      "client_name",
      "client_version",
    ]);
    const facet = ["name", "surface", "trigger", "source", "platform", "kind"];
    this.#facets = new Dictionary(database, "facet", facet);
    this.#counters = new Counters(database);
  }

  /** To be called at the beginning of every transaction that inserts. */
  begin(): void {
    this.#sequence = this.#counters.highestSequence();
  }

  /** Stores an event, unless its ID is known for this user. */
  insert(event: Omit<StoredEvent, keyof EventOrigin>, origin: EventOrigin): NewEvent | undefined {
    const facet = this.facetOf({
      kind: event.kind,
      name: event.name,
      surface: event.surface ?? "",
      trigger: event.trigger ?? "",
      source: origin.source,
      platform: origin.platform,
    });
    const person = this.personOf(origin.anonymizedUserId);
    const { client } = origin;
    const { changes } = this.#insert.run(
      this.#sequence + 1,
      uuidToBytes(event.id),
      person,
      facet,
      this.#origins.idOf([origin.sourcegraphURL, client.name, client.version]),
      origin.receivedAt,
      event.occurredAt,
      event.clientTime,
      encodeFlags(event),
      event.arguments ?? null,
      event.outcome ?? null,
      event.durationMs ?? null,
      event.of === undefined ? null : uuidToBytes(event.of),
    );
    if (Number(changes) === 0) return undefined;
    this.#sequence += 1;
    return { facet, person };
  }

  facetOf({ name, surface, trigger, source, platform, kind }: Facet): number {
    return this.#facets.idOf([name, surface, trigger, source, platform, kind]);
  }

  personOf(anonymizedUserId: string): number {
    return this.#people.idOf([anonymizedUserId]);
  }

  /** Forgets what it remembers of the database: after a rollback, or an erasure, it may hold rows that are not there. */
  forget(): void {
    this.#people.forget();
    this.#origins.forget();
    this.#facets.forget();
  }
}

function uuidToBytes(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}
