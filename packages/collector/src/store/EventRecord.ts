import type { ClientInfo, Outcome, Trigger } from "@action-telemetry/event-schema";

/** Whether an event is an executed action or another event of the catalogue, such as `hover`. */
export type EventKind = "action" | "event";

/** What the collector made of the client's clock: kept, or moved because it cannot be right. */
export type ClockVerdict = "kept" | "future" | "past";

/** One checked event on its way into a store. Times are milliseconds since 1970. */
export interface EventRecord {
  /** UUID in lower case. */
  readonly id: string;
  readonly kind: EventKind;
  readonly name: string;
  readonly surface?: string;
  readonly trigger?: Trigger;
  readonly alt: boolean;
  /** False when a script made the gesture: stored, but left out of the counts. */
  readonly trusted: boolean;
  /** What `logArguments` returned, as JSON text. */
  readonly arguments?: string;
  readonly outcome?: Outcome;
  readonly durationMs?: number;
  /** Set on completion events, which are stored but are no executions. */
  readonly of?: string;
  /** The client's clock, as sent. */
  readonly clientTime: number;
  /** The same moment by the collector's clock; days are counted by it. */
  readonly occurredAt: number;
  readonly clock: ClockVerdict;
}

/** Something that was counted instead of stored, or besides. */
export interface Tally {
  /** `rejected`: refused here. `dropped`: lost on the client. `clock`: moved. `duplicate`: sent again. */
  readonly kind: "rejected" | "dropped" | "clock" | "duplicate";
  readonly reason: string;
  readonly count: number;
}

/** The events of one batch, with what they have in common. */
export interface Delivery {
  /** The collector's clock: authoritative for retention. */
  readonly receivedAt: number;
  readonly source: string;
  readonly anonymizedUserId: string;
  readonly sourcegraphURL: string;
  readonly platform: string;
  readonly client: ClientInfo;
  readonly events: readonly EventRecord[];
  /** Rejections here and drops that the client reports. */
  readonly tallies: readonly Tally[];
}

/** What became of a delivery. The two add up to its number of events. */
export interface AppendResult {
  readonly accepted: number;
  readonly duplicates: number;
}
