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
    send(body, sendOptions) {
      const url = sendOptions.instanceUrl.replace(/\/+$/, "") + actionEventsPath;
      return postJson(url, body, sendOptions, options, readAnswer);
    },
  };
}

function readAnswer(status: number, text: string | undefined): SendResult {
  const result = classifyStatus(status);
  return result.kind === "accepted" ? { ...result, rejected: parseBatchAnswer(text) } : result;
}
