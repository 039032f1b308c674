import { isInstanceURL } from "@action-telemetry/event-schema";
import type { Clock } from "../../platform/Clock.ts";
import type { FetchLike } from "../FetchLike.ts";
import { postJson } from "../postJson.ts";
import type { SendResult, Transport } from "../Transport.ts";
import { classifyOtlpStatus } from "./classifyOtlpStatus.ts";
import { countRejectedRecords } from "./countRejectedRecords.ts";
import { toOtlpLogs } from "./toOtlpLogs.ts";

/** How an OpenTelemetry collector is reached. */
export interface OtlpTransportOptions {
  /**
   * The whole address that takes logs, such as `https://otel.example.com/v1/logs`; http or https,
   * without user info and query. Defaults to `/v1/logs` of the connected instance. Events of one queue
   * go wherever this says: choose it once for an instance URL, and never let a person's input in.
   */
  readonly url?: string;
  /** Sent with every request, `authorization` for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Defaults to `omit`. */
  readonly credentials?: "omit" | "same-origin" | "include";
  /** Defaults to the global `fetch`. */
  readonly fetch?: FetchLike;
  /** Tells the time for `Retry-After` dates. */
  readonly clock?: Clock;
}

/**
 * Makes the transport to any OpenTelemetry collector: OTLP/HTTP with JSON, each event a log record
 * with an event name. What the receiver names as rejected is lost and counted; only 429, 502, 503, 504
 * and failures of the network are sent again, as the protocol demands.
 *
 * @throws TypeError when `url` is no address that events could be sent to.
 * @example
 * createTelemetryClient({ ...options, transport: createOtlpTransport({
 *   url: "https://otel.example.com/v1/logs",
 *   headers: { authorization: `Bearer ${token}` },
 * }) });
 */
export function createOtlpTransport(options: OtlpTransportOptions = {}): Transport {
  const { url, ...how } = options;
  if (url !== undefined && !isInstanceURL(url)) {
    throw new TypeError(
      "@action-telemetry/telemetry: the option url of createOtlpTransport is not valid, so no event would arrive. Pass an http or https URL without user info, query or fragment, such as https://otel.example.com/v1/logs, and secrets in headers.",
    );
  }
  return {
    name: "otlp",
    encode: (batch) => JSON.stringify(toOtlpLogs(batch)),
    send(body, sendOptions) {
      const target = url ?? `${sendOptions.instanceUrl.replace(/\/+$/, "")}/v1/logs`;
      return postJson(target, body, sendOptions, how, readAnswer);
    },
  };
}

function readAnswer(status: number, text: string | undefined): SendResult {
  const result = classifyOtlpStatus(status);
  if (result.kind !== "accepted") return result;
  const rejected = Array.from({ length: countRejectedRecords(text) }, () => unnamed);
  return { ...result, rejected };
}

/** OTLP says how many, not which and why. */
const unnamed = Object.freeze({ reason: "partial-success" });
