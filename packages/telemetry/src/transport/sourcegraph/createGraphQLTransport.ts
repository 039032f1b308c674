import type { EventBatch } from "@action-telemetry/event-schema";
import type { Clock } from "../../platform/Clock.ts";
import { classifyStatus } from "../classifyStatus.ts";
import type { FetchLike } from "../FetchLike.ts";
import { postJson } from "../postJson.ts";
import type { SendResult, Transport } from "../Transport.ts";
import { readGraphQLAnswer } from "./readGraphQLAnswer.ts";

/** How the GraphQL API of a Sourcegraph instance is reached. */
export interface SourcegraphTransportOptions {
  /** Sent with every request: `authorization`, with an access token, for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Defaults to `omit`. With `include` the instance knows the events' person by the session cookie: its
   * own web application and extensions with host permission use that.
   */
  readonly credentials?: "omit" | "same-origin" | "include";
  /** Defaults to the global `fetch`. */
  readonly fetch?: FetchLike;
  /** Tells the time for `Retry-After` dates. */
  readonly clock?: Clock;
}

/**
 * Makes a transport that writes batches as the variable `events` of a mutation and posts them to
 * `{instanceUrl}/.api/graphql`.
 *
 * @param name - Its name for the inspector.
 * @param query - The mutation.
 * @param toEvents - Writes a batch as the value of `$events`.
 */
export function createGraphQLTransport(
  name: string,
  query: string,
  toEvents: (batch: EventBatch) => readonly unknown[],
  options: SourcegraphTransportOptions,
): Transport {
  // An instance takes a cookie only of requests that no form of another page could have made.
  const requested = { "x-requested-with": "Action Telemetry", ...options.headers };
  const how = { ...options, headers: requested };
  return {
    name,
    encode: (batch) => JSON.stringify({ query, variables: { events: toEvents(batch) } }),
    send(body, sendOptions) {
      const url = `${sendOptions.instanceUrl.replace(/\/+$/, "")}/.api/graphql`;
      return postJson(url, body, sendOptions, how, readAnswer);
    },
  };
}

function readAnswer(status: number, text: string | undefined): SendResult {
  const known = classifyStatus(status);
  const read = readGraphQLAnswer(text);
  // Some servers tell of an unknown mutation with 400, which otherwise means that the events are bad.
  const speaks = known.kind === "accepted" || (status === 400 && read.kind === "pause");
  return speaks ? read : known;
}
