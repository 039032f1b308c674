import { paths } from "@action-telemetry/event-schema";
import type { Hono } from "hono";
import { ingestBatch } from "../ingest/ingestBatch.ts";
import type { EventStore } from "../store/EventStore.ts";
import { type ClientRoutesOptions, createPostRoutes } from "./createPostRoutes.ts";
import { errorAnswer } from "./errorAnswer.ts";

/** What the routes by which events come in need. */
export interface IngestRoutesOptions extends ClientRoutesOptions {
  readonly store: Pick<EventStore, "append">;
  /** Called after something new was stored. */
  readonly onStored: () => void;
}

/** `POST /.api/action-events`: a batch. */
export function createIngestRoutes(options: IngestRoutesOptions): Hono {
  const { store, clock, onStored } = options;
  return createPostRoutes(paths.actionEvents, options, async (request) => {
    const answer = await ingestBatch(request, { store, clock });
    if (!answer.ok) return errorAnswer(answer.error);
    if (answer.value.accepted > 0) onStored();
    return Response.json(answer.value, { headers: { "cache-control": "no-store" } });
  });
}
