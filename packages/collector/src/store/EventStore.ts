import type { ClientInfo, Outcome, Trigger } from "@action-telemetry/event-schema";
import type { KeptError } from "../errors/KeptError.ts";
import type { Period } from "../time/calendar.ts";

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

/** The columns by which counts can be split. */
export type Dimension = "name" | "surface" | "trigger" | "source" | "platform";

/** Which counts are asked for. */
export interface Selection {
  readonly period: Period;
  readonly kind: EventKind;
}

/** Counts over a whole period. */
export interface Totals {
  readonly executions: number;
  /** Distinct users, exact. */
  readonly users: number;
  /** Distinct action IDs (or event names). */
  readonly names: number;
  /** Executions by scripts; not part of `executions`. */
  readonly synthetic: number;
}

/** Counts of one hour or day. Buckets in which nothing happened are left out. */
export interface BucketCount {
  readonly bucket: number;
  readonly executions: number;
  readonly users: number;
}

/** Counts of one value of a dimension; an absent surface or trigger is the empty string. */
export interface KeyCount {
  readonly key: string;
  readonly executions: number;
  readonly users: number;
}

/** Executions of one value of a dimension in one hour or day. */
export interface KeyBucketCount {
  readonly bucket: number;
  readonly key: string;
  readonly executions: number;
}

/** Executions of one action from one surface. */
export interface SurfaceCount {
  readonly name: string;
  readonly surface: string;
  readonly executions: number;
}

/** One event as it is kept: every column there is. */
export interface StoredEvent extends Omit<EventRecord, "arguments"> {
  /** Grows with every stored event. */
  readonly sequence: number;
  readonly receivedAt: number;
  readonly source: string;
  readonly anonymizedUserId: string;
  readonly sourcegraphURL: string;
  readonly platform: string;
  readonly client: ClientInfo;
  /** JSON text. */
  readonly arguments?: string;
}

/** What the receiver of a ping answered. */
export interface PingAnswer {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The status, or 0 when there was no answer. */
  readonly status: number;
}

/** A ping as it was made: it is never made again, whatever arrives later. */
export interface StoredPing {
  /** The very bytes, as text. */
  readonly body: string;
  /** Of the last attempt; absent before the first. */
  readonly answer?: PingAnswer;
}

/** An error report as it is kept. */
export interface StoredError extends KeptError {
  /** The collector's clock. */
  readonly receivedAt: number;
}

/**
 * Where events live. Every store passes `describeEventStore`. Methods reject when the database does
 * not answer; nothing is half-stored then.
 */
export interface EventStore {
  /**
   * Stores a delivery and brings the roll-ups up to date, all or nothing. Resolves after the commit.
   * An event whose ID is known for this user is a duplicate: the first one stands.
   */
  append(delivery: Delivery): Promise<AppendResult>;
  totals(selection: Selection): Promise<Totals>;
  /** Per hour or day, in order. */
  series(selection: Selection): Promise<readonly BucketCount[]>;
  /** Per hour or day and value of a dimension, in order. */
  seriesBy(selection: Selection, dimension: Dimension): Promise<readonly KeyBucketCount[]>;
  /** Most executions first. */
  breakdown(selection: Selection, dimension: Dimension): Promise<readonly KeyCount[]>;
  /** Distinct users of several values of a dimension together. */
  usersOf(selection: Selection, dimension: Dimension, keys: readonly string[]): Promise<number>;
  surfacesByName(selection: Selection): Promise<readonly SurfaceCount[]>;
  /** What was rejected, dropped, moved or sent again on these days; hours are rounded out to days. */
  tallies(period: Period): Promise<readonly Tally[]>;
  /** The events stored last, newest first. */
  latest(limit: number): Promise<readonly StoredEvent[]>;
  /** The ping of the week that begins with a day, if it has been made. */
  ping(week: number): Promise<StoredPing | undefined>;
  /** Keeps the ping of a week, unless there is one; resolves to the one that is kept. */
  keepPing(week: number, body: string): Promise<StoredPing>;
  /** Notes what became of sending a ping. */
  notePing(week: number, answer: PingAnswer): Promise<void>;
  /** Keeps an error report, unless its ID is known; only the last thousand stay. */
  keepError(receivedAt: number, error: KeptError): Promise<void>;
  /** The error reports kept last, newest first. */
  errors(limit: number): Promise<readonly StoredError[]>;
  /**
   * Deletes all events of a person, and the person from all counts of users; executions stay counted. What is sent in
   * their name from then on, or again, is a duplicate, and not stored. Resolves to how many events went, once all are gone.
   */
  erase(anonymizedUserId: string): Promise<number>;
  /**
   * Deletes events received before a moment, and what an interrupted erasure has left; roll-ups stay. Resolves to how
   * many events went for their age.
   */
  prune(before: number): Promise<number>;
  /** Resolves if the database can write. */
  check(): Promise<void>;
  /** Waits for what is under way, then closes. Later calls reject. */
  close(): Promise<void>;
}
