import type { Clock, FetchLike, FetchResponse } from "@action-telemetry/telemetry";
import type { JsonObject } from "@action-telemetry/event-schema";
import { type Fields, readFields } from "../../messages/readFields.ts";
import type { InstanceResult } from "./InstanceResult.ts";
import { readBoundedText } from "./readBoundedText.ts";

/** How an instance is asked. */
export interface GraphQLOptions {
  readonly fetch: FetchLike;
  readonly clock: Pick<Clock, "setTimer">;
}

/** What is asked. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: JsonObject;
}

/** Milliseconds until an instance counts as unreachable. */
export const requestTimeoutMs = 10_000;

/** Bytes of an answer that are read at most. */
export const answerBytes = 2_097_152;

/**
 * Asks an instance, as the person who is signed in there: with cookies, without referrer, following no
 * redirect, reading at most 2 MiB. The header tells the instance that no form of another site asks.
 *
 * @returns The data; never rejects.
 */
export async function requestGraphQL(
  instanceURL: string,
  request: GraphQLRequest,
  options: GraphQLOptions,
): Promise<InstanceResult<Fields>> {
  const controller = new AbortController();
  const stopTimer = options.clock.setTimer(() => controller.abort(), requestTimeoutMs);
  try {
    const response = await options.fetch(`${instanceURL}/.api/graphql`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Requested-With": "Action Telemetry browser extension",
      },
      body: JSON.stringify(request),
      credentials: "include",
      referrerPolicy: "no-referrer",
      redirect: "error",
      cache: "no-store",
      signal: controller.signal,
    });
    return await readResponse(response);
  } catch {
    return { ok: false, error: "unreachable" };
  } finally {
    stopTimer();
  }
}

async function readResponse(response: FetchResponse): Promise<InstanceResult<Fields>> {
  const { status } = response;
  if (status === 401 || status === 403) return { ok: false, error: "signed-out" };
  const text = await readBoundedText(response, answerBytes);
  if (status !== 200 || text === undefined) return { ok: false, error: "unreachable" };
  const { data, errors } = readFields(JSON.parse(text));
  const found = readFields(data);
  if (Object.keys(found).length > 0) return { ok: true, value: found };
  // The page of a proxy is no instance; an instance says in its own words what is wrong.
  return { ok: false, error: Array.isArray(errors) ? "failed" : "unreachable" };
}
