import type { Outcome } from "@action-telemetry/event-schema";
import type { EventKind, Tally } from "./EventRecord.ts";
import type { Dimension } from "./Selection.ts";
import type { StoredError } from "./StoredError.ts";
import type { StoredEvent } from "./StoredEvent.ts";
import type { StoredPing } from "./StoredPing.ts";

/** What events are counted by: one value of every dimension, the empty string where there is none. */
export interface Facet extends Readonly<Record<Dimension, string>> {
  readonly kind: EventKind;
}

/** Counts of a facet on one day; those of weeks and months follow from them. Days count from 1970 in UTC. */
interface DayRow {
  readonly day: number;
  readonly facet: Facet;
}

/**
 * One fact that a store knows, in a form that every store can take: what `dump` gives and `load` takes. Together they are
 * the whole store, so that another can take its place.
 */
export type StoreRow =
  | { readonly type: "event"; readonly event: StoredEvent }
  | (DayRow & {
      readonly type: "count";
      readonly executions: number;
      readonly synthetic: number;
    })
  | (DayRow & { readonly type: "person"; readonly anonymizedUserId: string })
  | (DayRow & {
      readonly type: "completion";
      readonly outcome: Outcome;
      /** @see CompletionCount.step */
      readonly step?: number;
      readonly count: number;
    })
  /** That an event of a name ever carried arguments: known also when its events are kept no longer. */
  | ({ readonly type: "arguments" } & Pick<Facet, "kind" | "name">)
  | ({ readonly type: "tally"; readonly day: number } & Tally)
  | ({ readonly type: "ping"; readonly week: number } & StoredPing)
  | { readonly type: "error"; readonly error: StoredError }
  /** SHA-256 of an erased user's ID, in hexadecimal. */
  | { readonly type: "erasure"; readonly digest: string };

/** How many rows of each type there are. */
export type StoreSize = Readonly<Record<StoreRow["type"], number>>;

/** The size of an empty store. */
export const emptySize: StoreSize = {
  event: 0,
  arguments: 0,
  count: 0,
  person: 0,
  completion: 0,
  tally: 0,
  ping: 0,
  error: 0,
  erasure: 0,
};
