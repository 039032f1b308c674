import type { AppendResult, Delivery } from "../EventRecord.ts";
import { DeliveryGroup } from "./DeliveryGroup.ts";
import { Parcel } from "./Parcel.ts";
import { appendEvents } from "./appendEvents.ts";
import type { EventReferences } from "./EventReferences.ts";
import { type Runner, sqlStateOf } from "./PostgresConnections.ts";
import type { PostgresErasures } from "./PostgresErasures.ts";

/** How often a group is tried that stood in the way of another, or missed an erasure. */
const maxAttempts = 4;

/** The code by which `append_events` says that somebody was erased of whom this collector does not know. */
const missedErasure = "AT001";

/** Codes of transactions that would have been fine at another moment. */
const repeatable: ReadonlySet<string | undefined> = new Set(["40001", "40P01", missedErasure]);

/** Writes deliveries, a group of them in one transaction. */
export class PostgresWriter {
  readonly #runner: Runner;
  readonly #references: EventReferences;
  readonly #erasures: PostgresErasures;

  constructor(runner: Runner, references: EventReferences, erasures: PostgresErasures) {
    this.#runner = runner;
    this.#references = references;
    this.#erasures = erasures;
  }

  /** Makes ready what `write` takes. */
  pack(delivery: Delivery): Parcel {
    const parcel = new Parcel(delivery);
    // Of who was erased nothing is looked up.
    if (!this.#erasures.has(delivery.anonymizedUserId)) parcel.pack(this.#references);
    return parcel;
  }

  /** Commits all deliveries, or rejects and stores nothing. */
  async write(parcels: readonly Parcel[]): Promise<readonly AppendResult[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#tryWrite(parcels);
      } catch (error) {
        const state = sqlStateOf(error);
        if (attempt === maxAttempts || !repeatable.has(state)) throw error;
        if (state === missedErasure) await this.#learnErasures();
      }
    }
  }

  async #tryWrite(parcels: readonly Parcel[]): Promise<readonly AppendResult[]> {
    const group = await this.#gather(parcels);
    const settings = { knownErasures: this.#erasures.known, withCounts: true };
    await appendEvents(this.#runner, settings, group.events, group.encode());
    return group.results();
  }

  async #gather(parcels: readonly Parcel[]): Promise<DeliveryGroup> {
    for (let look = 1; look < maxAttempts; look += 1) {
      const group = new DeliveryGroup(parcels, this.#references, (person) =>
        this.#erasures.has(person),
      );
      if (group.isWhole) return group;
      await this.#references.learn(this.#runner);
      // A person who is still unknown then was erased meanwhile.
      if (look > 1) await this.#learnErasures();
    }
    throw new Error(
      "@action-telemetry/collector: The tables that events refer to do not take what is new.",
    );
  }

  async #learnErasures(): Promise<void> {
    await this.#erasures.read(this.#runner);
    this.#references.forgetPeople();
  }
}
