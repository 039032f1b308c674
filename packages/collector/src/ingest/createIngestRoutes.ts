import { paths } from "@action-telemetry/event-schema";
import type { Hono } from "hono";
import { ingestBatch } from "./ingestBatch.ts";
import type { Intake } from "./Intake.ts";
import { type ClientRoutesOptions, createPostRoutes } from "../http/createPostRoutes.ts";
import { errorAnswer } from "../http/errorAnswer.ts";

/** What the routes by which events come in need. */
export interface IngestRoutesOptions extends ClientRoutesOptions, Intake {
  /** Called after something new was stored. */
  readonly onStored: () => void;
}

/** `POST /.api/action-events`: a batch. */
export function createIngestRoutes(options: IngestRoutesOptions): Hono {
  return createPostRoutes(paths.actionEvents, options, async (request, network) => {
    const answer = await ingestBatch(request, options, network);
    if (!answer.ok) return errorAnswer(answer.error);
    if (answer.value.accepted > 0) options.onStored();
    return Response.json(answer.value, { headers: { "cache-control": "no-store" } });
  });
}
