import { actionEventsPath } from "@action-telemetry/event-schema";
import type { Clock } from "../platform/Clock.ts";
import { classifyStatus } from "./classifyStatus.ts";
import type { FetchLike } from "./FetchLike.ts";
import { parseBatchAnswer } from "./parseBatchAnswer.ts";
import { postJson } from "./postJson.ts";
import type { SendResult, Transport } from "./Transport.ts";

/** How an instance is reached. */
export interface InstanceTransportOptions {
  /** Defaults to the global `fetch`. */
  readonly fetch?: FetchLike;
  /** Defaults to `omit`: an instance counts actions, it need not know whose. */
  readonly credentials?: "omit" | "same-origin" | "include";
  /** Tells the time for `Retry-After` dates. */
  readonly clock?: Clock;
}

/**
 * Makes the transport to an instance's own endpoint, `POST {instanceUrl}/.api/action-events`. It sends
 * no referrer and no cookies, follows no redirect, and reads at most 64 KiB of the answer.
 */
export function createInstanceTransport(options: InstanceTransportOptions = {}): Transport {
  return {
    name: "instance",
    encode: (batch) => JSON.stringify(batch),
    async send(body, sendOptions): Promise<SendResult> {
      const url = sendOptions.instanceUrl.replace(/\/+$/, "") + actionEventsPath;
      const { status, text, retryAfterMs } = await postJson(url, body, sendOptions, options);
      const result = classifyStatus(status);
      if (result.kind === "accepted") return { ...result, rejected: parseBatchAnswer(text) };
      return result.kind === "retry" ? { ...result, retryAfterMs } : result;
    },
  };
}
