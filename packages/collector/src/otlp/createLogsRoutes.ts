import { Hono } from "hono";
import { cors } from "../http/cors.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { rateLimit } from "../http/rateLimit.ts";
import type { IngestRoutesOptions } from "../http/createIngestRoutes.ts";
import { encodeLogsAnswer } from "./encodeLogsAnswer.ts";
import { ingestLogs } from "./ingestLogs.ts";

/** Where clients of OpenTelemetry send logs to. */
export const logsPath = "/v1/logs";

/**
 * `POST /v1/logs`: OTLP/HTTP, JSON or protobuf. A record with an event name is an event; its resource says whose, by
 * `app.installation.id`.
 */
export function createLogsRoutes(options: IngestRoutesOptions): Hono {
  const { store, clock, allowedOrigins, onStored } = options;
  const routes = new Hono();
  routes.use(logsPath, cors(allowedOrigins));
  if (options.rateLimit !== undefined) routes.use(logsPath, rateLimit(options.rateLimit, clock));
  routes.post(logsPath, async (context) => {
    const answer = await ingestLogs(context.req.raw, { store, clock });
    if (!answer.ok) return errorAnswer(answer.error);
    if (answer.value.accepted > 0) onStored();
    return encodeLogsAnswer(answer.value, answer.value.format);
  });
  routes.all(logsPath, () => {
    const message = "Send logs with POST.";
    const answer = errorAnswer({ status: 405, code: "method-not-allowed", message });
    answer.headers.set("allow", "POST, OPTIONS");
    return answer;
  });
  return routes;
}
