import type { TelemetryEvent } from "./TelemetryEvent.ts";

/** The program that records: its name (the grammar of action IDs) and its version. */
export interface ClientInfo {
  readonly name: string;
  readonly version: string;
}

/** What every event of a batch has in common. */
export interface BatchHeader {
  /** The version of this format. */
  readonly version: 1;
  /** The client's clock when it sent the batch, ISO 8601 in UTC: tells clock skew from delay. */
  readonly sentAt: string;
  /** `WEB`, `CODEHOSTINTEGRATION`, or an application's own (the grammar of action IDs). */
  readonly source: string;
  /** A random ID, kept on the device, one per instance URL, renewed after consent was withdrawn. */
  readonly anonymizedUserId: string;
  /** The connected instance: http or https, without user info, query or fragment. */
  readonly sourcegraphURL: string;
  /** One of `platforms`, or an application's own. */
  readonly platform: string;
  /** The program that sends. */
  readonly client: ClientInfo;
  /** Events lost on the client since the last acknowledged batch, counted by reason. */
  readonly dropped?: Readonly<Record<string, number>>;
}

/** The body of `POST /.api/action-events`. */
export interface EventBatch extends BatchHeader {
  /** At most `limits.batchEvents`; may be empty when only `dropped` has something to say. */
  readonly events: readonly TelemetryEvent[];
}
