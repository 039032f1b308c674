import { paths } from "@action-telemetry/event-schema";
import { Hono } from "hono";
import type { EventStore } from "../store/EventStore.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";

/** `GET /healthz`: 200 while the database can write, 503 otherwise. */
export function createHealthRoutes(store: EventStore): Hono {
  const routes = new Hono();
  routes.get(paths.health, async (context) => {
    try {
      await store.check();
      return context.json({ status: "ok" }, 200, { "cache-control": "no-store" });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  return routes;
}
