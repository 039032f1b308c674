import { paths } from "@action-telemetry/event-schema";
import type { Clock } from "../platform/Clock.ts";
import { systemClock } from "../platform/systemClock.ts";
import { classifyStatus } from "./classifyStatus.ts";
import type { FetchLike } from "./FetchLike.ts";
import { parseBatchAnswer } from "./parseBatchAnswer.ts";
import { parseRetryAfter } from "./parseRetryAfter.ts";
import { readBounded } from "./readBounded.ts";
import type { SendResult, Transport } from "./Transport.ts";

declare const fetch: FetchLike;

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
  const { credentials = "omit", clock = systemClock } = options;
  return {
    name: "instance",
    encode: (batch) => JSON.stringify(batch),
    async send(body, { instanceUrl, keepalive, signal }): Promise<SendResult> {
      const request = options.fetch ?? fetch;
      const response = await request(instanceUrl.replace(/\/+$/, "") + paths.actionEvents, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        keepalive,
        credentials,
        referrerPolicy: "no-referrer",
        redirect: "error",
        cache: "no-store",
        signal,
      });
      const result = classifyStatus(response.status);
      const text = await readBounded(response);
      if (result.kind === "accepted") return { ...result, rejected: parseBatchAnswer(text) };
      if (result.kind !== "retry") return result;
      const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), clock.now());
      return { ...result, retryAfterMs };
    },
  };
}
