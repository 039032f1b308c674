import type { EventBatch, RejectedEvent } from "@action-telemetry/event-schema";
import type { AbortSignalLike } from "../platform/Abort.ts";

/** What became of a body that was sent. Every kind but `retry` and `pause` settles its events. */
export type SendResult =
  /** The receiver has them, but for those it names, which it will never take. */
  | { readonly kind: "accepted"; readonly rejected?: readonly Pick<RejectedEvent, "reason">[] }
  /** Not now: the network failed, or the receiver asks for patience. */
  | { readonly kind: "retry"; readonly reason: string; readonly retryAfterMs?: number | undefined }
  /** Too large: send it in parts. */
  | { readonly kind: "split" }
  /** Refused for good. With `stop`, nothing more is sent until the next start or flush. */
  | { readonly kind: "refused"; readonly reason: string; readonly stop?: boolean }
  /** Not authorised: the events stay, and nothing more is sent until the next start or flush. */
  | { readonly kind: "pause"; readonly reason: string };

/** What a transport is told beside the body. */
export interface SendOptions {
  /** The only instance that this body may go to. */
  readonly instanceUrl: string;
  /** Whether the request should outlive the page. */
  readonly keepalive: boolean;
  /** Aborted when time is up, consent is withdrawn or the client is closed. */
  readonly signal: AbortSignalLike;
}

/**
 * A way to an instance. A transport neither keeps nor repeats anything; a rejected promise counts as
 * `retry`.
 */
export interface Transport {
  /** Its name for the inspector. */
  readonly name: string;
  /** Writes a batch as the body to send: these very bytes are shown to the person. */
  encode(batch: EventBatch): string;
  /** Sends a body once. */
  send(body: string, options: SendOptions): Promise<SendResult>;
}
