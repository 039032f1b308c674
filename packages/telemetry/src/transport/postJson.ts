import type { Clock } from "../platform/Clock.ts";
import { systemClock } from "../platform/systemClock.ts";
import type { FetchLike } from "./FetchLike.ts";
import { parseRetryAfter } from "./parseRetryAfter.ts";
import { readBounded } from "./readBounded.ts";
import type { SendOptions, SendResult } from "./Transport.ts";

declare const fetch: FetchLike;

/** How the requests of a transport are made. */
export interface PostOptions {
  /** Defaults to the global `fetch`. */
  readonly fetch?: FetchLike;
  /** Defaults to `omit`. */
  readonly credentials?: "omit" | "same-origin" | "include";
  /** Tells the time for `Retry-After` dates. */
  readonly clock?: Clock;
  /** Sent along, all but `content-type`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Posts a JSON body, without referrer and cache, follows no redirect, and reads at most 64 KiB of the
 * answer. Rejects when there is no answer.
 *
 * @param read - Says what an answer means; its text is undefined when there was none, or it was too long
 *   or broke off.
 * @returns What it means; of a `retry` also how long the answer asks to wait, clamped, if it does.
 */
export async function postJson(
  url: string,
  body: string,
  { keepalive, signal }: SendOptions,
  { credentials = "omit", clock = systemClock, headers, fetch: request = fetch }: PostOptions,
  read: (status: number, text: string | undefined) => SendResult,
): Promise<SendResult> {
  const response = await request(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body,
    keepalive,
    credentials,
    referrerPolicy: "no-referrer",
    redirect: "error",
    cache: "no-store",
    signal,
  });
  const result = read(response.status, await readBounded(response));
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), clock.now());
  return result.kind === "retry" ? { ...result, retryAfterMs } : result;
}
