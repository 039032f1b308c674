import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { EventRecord } from "../../EventRecord.ts";
import { bucketOf } from "../../../time/calendar.ts";
import { latencyStepOf } from "../../../time/latency.ts";
import { untrustedFlag } from "../../flags.ts";
import { decodeEvents } from "../events/decodeEvents.ts";
import { highestSequence } from "../events/DeliveryTable.ts";
import { type KeyTable, keyText } from "./KeyTable.ts";
import { PendingCounts } from "../../rollups/PendingCounts.ts";
import { mergeCounts } from "./mergeCounts.ts";

/** What is counted of an event. */
export type CountedEvent = Pick<
  EventRecord,
  "occurredAt" | "trusted" | "of" | "outcome" | "durationMs"
>;

/**
 * Keeps counts and distinct users per day, week and month. Counting is cheap in memory and dear in the database, where
 * every row is read and written again: so what was counted is collected, and merged all at once. The database knows up to
 * which delivery its roll-ups count (`counter`, in the transaction that merges), so that after a crash what is behind is
 * counted again from the events.
 */
export class RollUps {
  readonly #database: DatabaseSync;
  readonly #keys: KeyTable;
  readonly #pending = new PendingCounts();
  #eventsPending = 0;
  #isForgotten = true;
  readonly #mark: StatementSync;
  readonly #behind: StatementSync;

  constructor(database: DatabaseSync, keys: KeyTable) {
    this.#database = database;
    this.#keys = keys;
    this.#mark = database.prepare(
      `INSERT INTO counter (name, value) SELECT 'counted', sequence FROM (${highestSequence}) WHERE true
       ON CONFLICT DO UPDATE SET value = excluded.value`,
    );
    this.#behind = database.prepare(
      `SELECT person, events FROM delivery
       WHERE sequence > coalesce((SELECT value FROM counter WHERE name = 'counted'), 0)`,
    );
  }

  /** Whether something may be waiting to be merged. */
  get isBehind(): boolean {
    return this.#isForgotten || this.#eventsPending > 0;
  }

  /** How many events are waiting to be merged. */
  get pending(): number {
    return this.#eventsPending;
  }

  /** To be called at the beginning of every transaction that counts: learns what has not been merged, if it is not known. */
  begin(): void {
    if (!this.#isForgotten) return;
    this.#recount();
    this.#isForgotten = false;
  }

  /** Forgets what it has counted: after a rollback some of it may never have been stored. */
  forget(): void {
    this.#clear();
    this.#isForgotten = true;
  }

  /**
   * Counts a newly stored event. Scripts' executions are told apart and count for no user; their completions not at all.
   *
   * @param facet What it counts for.
   */
  add(event: CountedEvent, person: number, facet: number): void {
    this.#eventsPending += 1;
    const day = bucketOf("day", event.occurredAt);
    if (event.of === undefined) {
      this.#pending.addCounts(day, facet, event.trusted ? 1 : 0, event.trusted ? 0 : 1);
      if (event.trusted) this.#pending.addPerson(day, facet, person);
    } else if (event.trusted && event.outcome !== undefined) {
      const step = event.durationMs === undefined ? "" : String(latencyStepOf(event.durationMs));
      this.#pending.addCompletions(day, this.completionOf(facet, event.outcome, step), 1);
    }
  }

  /** What was counted elsewhere. */
  get counts(): PendingCounts {
    return this.#pending;
  }

  /** The key of one way that executions of a facet end. @param step Empty where there is no duration. */
  completionOf(facet: number, outcome: string, step: string): number {
    const parts = keyText("facet", this.#keys.partsOf("facet", facet));
    return this.#keys.numberOf("facetCompletion", `${parts}\n${outcome}\n${step}`);
  }

  /** Brings the roll-ups up to date with all that is stored, within the caller's transaction. */
  merge(): void {
    mergeCounts(this.#database, this.#keys, this.#pending);
    this.#mark.run();
    this.#clear();
  }

  /** Says that all that is stored is counted: after a copy, whose counts come as rows of their own. */
  markCounted(): void {
    this.#mark.run();
  }

  /** Counts anew from the events. */
  #recount(): void {
    this.#clear();
    for (const row of this.#behind.iterate()) {
      const columns = decodeEvents(row["events"] as Uint8Array);
      for (const [index, flags] of columns.flags.entries()) {
        const details = columns.details.get(index);
        const event = {
          ...details,
          occurredAt: columns.occurredAts[index] ?? 0,
          trusted: (flags & untrustedFlag) === 0,
        };
        const facet = details?.countedAs ?? columns.facets[index] ?? 0;
        this.add(event, Number(row["person"]), facet);
      }
    }
  }

  #clear(): void {
    this.#pending.clear();
    this.#eventsPending = 0;
  }
}
