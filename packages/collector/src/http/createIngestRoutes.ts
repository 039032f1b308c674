import { paths } from "@action-telemetry/event-schema";
import { Hono } from "hono";
import type { Clock } from "../time/Clock.ts";
import type { EventStore } from "../store/EventStore.ts";
import { ingestBatch } from "../ingest/ingestBatch.ts";
import { type RateLimit } from "./TokenBuckets.ts";
import { cors } from "./cors.ts";
import { errorAnswer } from "./errorAnswer.ts";
import { rateLimit } from "./rateLimit.ts";

/** What the routes for clients need. */
export interface IngestRoutesOptions {
  readonly store: Pick<EventStore, "append">;
  readonly clock: Clock;
  readonly allowedOrigins: readonly string[];
  /** Absent: no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Called after a batch brought something new. */
  readonly onStored: () => void;
}

/** The routes that clients send to. They need no sign-in and ignore cookies. */
export function createIngestRoutes(options: IngestRoutesOptions): Hono {
  const { store, clock, allowedOrigins, onStored } = options;
  const routes = new Hono();
  routes.use(paths.actionEvents, cors(allowedOrigins));
  if (options.rateLimit !== undefined) {
    routes.use(paths.actionEvents, rateLimit(options.rateLimit, clock));
  }
  routes.post(paths.actionEvents, async (context) => {
    const answer = await ingestBatch(context.req.raw, { store, clock });
    if (!answer.ok) return errorAnswer(answer.error);
    if (answer.value.accepted > 0) onStored();
    return context.json(answer.value, 200, { "cache-control": "no-store" });
  });
  routes.all(paths.actionEvents, () => {
    const answer = errorAnswer({
      status: 405,
      code: "method-not-allowed",
      message: "Send batches with POST.",
    });
    answer.headers.set("allow", "POST, OPTIONS");
    return answer;
  });
  return routes;
}
