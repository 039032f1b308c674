import type { Hono } from "hono";
import type { IngestRoutesOptions } from "../ingest/createIngestRoutes.ts";
import { createPostRoutes } from "../http/createPostRoutes.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { encodeLogsAnswer } from "./encodeLogsAnswer.ts";
import { ingestLogs } from "./ingestLogs.ts";

/** Where clients of OpenTelemetry send logs to. */
export const logsPath = "/v1/logs";

/**
 * `POST /v1/logs`: OTLP/HTTP, JSON or protobuf. A record with an event name is an event; its resource says whose, by
 * `app.installation.id`.
 */
export function createLogsRoutes(options: IngestRoutesOptions): Hono {
  return createPostRoutes(logsPath, options, async (request, network) => {
    const answer = await ingestLogs(request, options, network);
    if (!answer.ok) return errorAnswer(answer.error);
    if (answer.value.accepted > 0) options.onStored();
    return encodeLogsAnswer(answer.value, answer.value.format);
  });
}
