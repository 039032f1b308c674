import type { JsonValue } from "@action-telemetry/event-schema";

/** The fields of the input type `Event` that are read; what else a client says is passed over, and kept nowhere. */
export interface LoggedEvent {
  readonly event: string;
  readonly userCookieID: string;
  readonly url: string;
  readonly source: string;
  /** JSON. */
  readonly argument?: string | null;
  readonly insertID?: string | null;
}

/** The fields of the input type `TelemetryEventInput` that are read. */
export interface RecordedEvent {
  readonly timestamp?: string | null;
  readonly feature: string;
  readonly action: string;
  readonly source: { readonly client: string; readonly clientVersion?: string | null };
  readonly parameters: {
    readonly metadata?: readonly { readonly key: string; readonly value: JsonValue }[] | null;
    readonly privateMetadata?: JsonValue;
  };
}

/** What a request says of who sends it. */
export interface SourcegraphRequest {
  /** The instance's own address. */
  readonly origin: string;
  /** The header by which a client without a cookie names its anonymous ID. */
  readonly anonymousId: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}
