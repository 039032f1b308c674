import type { EventRecord } from "../EventRecord.ts";
import type { Facet } from "../StoreRow.ts";
import type { StoredEvent } from "../StoredEvent.ts";
import { Dictionary } from "./Dictionary.ts";
import type { Runner } from "./PostgresConnections.ts";
import { digestColumn } from "./PostgresErasures.ts";
import { KnownFacets } from "./KnownFacets.ts";
import { slotOf } from "./slotOf.ts";

/** What a delivery's events have in common. */
export type EventOrigin = Pick<
  StoredEvent,
  "anonymizedUserId" | "sourcegraphURL" | "client" | "source" | "platform" | "receivedAt"
>;

/** What of an event says what it refers to. */
type ReferringEvent = Pick<EventRecord, "id" | "kind" | "name" | "surface" | "trigger">;

/** Rows of other tables that an event refers to, by number. */
export interface EventReference {
  readonly person: number;
  readonly facet: number;
  readonly origin: number;
}

/** A new person must not be one who was erased. */
const isNotErased = `NOT EXISTS (SELECT FROM erased_person WHERE digest = ${digestColumn})`;

/**
 * The tables that events refer to, and the partitions they go to. What is missing is noted when it is asked for, and made
 * by `learn`, in transactions of its own: so nobody who meets the same for the first time waits until events are stored.
 */
export class EventReferences {
  readonly #people = new Dictionary("person", ["anonymized_user_id"], isNotErased);
  readonly #origins = new Dictionary("origin", ["instance_url", "client_name", "client_version"]);
  readonly #facets = new Dictionary("facet", [
    "name",
    "surface",
    "trigger",
    "source",
    "platform",
    "kind",
  ]);
  readonly #slots = new Set<number>();
  readonly #missingSlots = new Set<number>();
  readonly #known = new KnownFacets();
  #generation = 0;

  /** Makes what was asked for and is not there, but no person who was erased. */
  async learn(runner: Runner): Promise<void> {
    for (const dictionary of [this.#people, this.#origins, this.#facets]) {
      await dictionary.learn(runner);
    }
    for (const slot of this.#missingSlots) {
      await runner.run("SELECT make_event_partition($1)", [slot]);
      this.#slots.add(slot);
    }
    this.#missingSlots.clear();
  }

  /** How often people were forgotten: what was known of them before may be wrong. */
  get generation(): number {
    return this.#generation;
  }

  /** For events of an origin: what they refer to, as far as all of it is known. */
  from(origin: EventOrigin): (event: ReferringEvent) => EventReference | undefined {
    const { source, platform, sourcegraphURL, client } = origin;
    const person = this.personOf(origin.anonymizedUserId);
    const program = this.#origins.idOf([sourcegraphURL, client.name, client.version]);
    const facets = this.#known.of(source, platform);
    return (event) => {
      const { id, kind, name, surface = "", trigger = "" } = event;
      const facet =
        facets.get(kind, name, surface, trigger) ??
        facets.set(
          this.facetOf({ kind, name, surface, trigger, source, platform }),
          kind,
          name,
          surface,
          trigger,
        );
      const hasSlot = this.wantSlot(slotOf(id));
      if (person === undefined || facet === undefined || program === undefined) return undefined;
      return hasSlot ? { person, facet, origin: program } : undefined;
    };
  }

  personOf(anonymizedUserId: string): number | undefined {
    return this.#people.idOf([anonymizedUserId]);
  }

  facetOf({ name, surface, trigger, source, platform, kind }: Facet): number | undefined {
    return this.#facets.idOf([name, surface, trigger, source, platform, kind]);
  }

  /** Whether there is a partition; if it is not known, it is noted for `learn`. */
  wantSlot(slot: number): boolean {
    if (this.#slots.has(slot)) return true;
    this.#missingSlots.add(slot);
    return false;
  }

  /** To be called after an erasure. */
  forgetPeople(): void {
    this.#people.forget();
    this.#generation += 1;
  }
}
