import { Hono } from "hono";
import { cors } from "../http/cors.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { rateLimit } from "../http/rateLimit.ts";
import { storageUnavailable } from "../http/refusals.ts";
import type { RateLimit } from "../http/TokenBuckets.ts";
import { readLimited } from "../ingest/readLimited.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import type { ErrorForwarder } from "./ErrorForwarder.ts";
import { parseErrorEnvelope } from "./parseErrorEnvelope.ts";

/** Where error reports are sent to. */
export const errorReportsPath = "/.api/error-reports";

/** The longest envelope, in bytes. */
const mostBytes = 32_768;

/** What the routes of error reports need. */
export interface ErrorRoutesOptions {
  readonly store: Pick<EventStore, "keepError">;
  readonly clock: Clock;
  readonly allowedOrigins: readonly string[];
  /** Absent: no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Absent: reports stay here. */
  readonly forwarder?: ErrorForwarder | undefined;
}

/**
 * `POST /.api/error-reports`: an envelope as Sentry's protocol has it, of one event that says what a report may say and
 * no more. It is forwarded, or kept: the last thousand.
 */
export function createErrorRoutes(options: ErrorRoutesOptions): Hono {
  const { store, clock, allowedOrigins, forwarder } = options;
  const routes = new Hono();
  routes.use(errorReportsPath, cors(allowedOrigins));
  if (options.rateLimit !== undefined) {
    routes.use(errorReportsPath, rateLimit(options.rateLimit, clock));
  }
  routes.post(errorReportsPath, async (context) => {
    const body = await readLimited(context.req.raw, mostBytes);
    if (!body.ok) return errorAnswer(body.error);
    const error = parseErrorEnvelope(new TextDecoder().decode(body.value));
    if (!error.ok) {
      return errorAnswer({ status: 400, code: "malformed-report", message: error.error });
    }
    try {
      if (forwarder === undefined) await store.keepError(clock.now(), error.value);
      else forwarder.forward(error.value);
      return context.json({ id: error.value.id }, 200, { "cache-control": "no-store" });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  routes.all(errorReportsPath, () => {
    const message = "Send reports with POST.";
    const answer = errorAnswer({ status: 405, code: "method-not-allowed", message });
    answer.headers.set("allow", "POST, OPTIONS");
    return answer;
  });
  return routes;
}
