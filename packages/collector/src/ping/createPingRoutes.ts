import { Hono } from "hono";
import { errorAnswer } from "../http/errorAnswer.ts";
import { noSuchRoute, storageUnavailable } from "../http/refusals.ts";
import type { Clock } from "../time/Clock.ts";
import { weekBefore } from "../time/week.ts";
import type { PingArchive } from "./PingArchive.ts";
import { readPingState } from "./readPingState.ts";

/** Where the ping can be looked at. */
export const pingPath = "/.api/ping";

/** What the ping routes need. */
export interface PingRoutesOptions {
  readonly archive: PingArchive;
  readonly clock: Clock;
  /** Where pings go; absent: nowhere. */
  readonly url?: string | undefined;
}

/**
 * `GET /.api/ping/preview`: the ping of the last week that is over, the very bytes that are sent or would
 * be; the headers `ping-destination` and `ping-status` say where to and what was answered. For the administrator: its
 * path must be guarded. `GET /.api/ping/answer`: what became of the last one that was sent, and when another is.
 */
export function createPingRoutes({ archive, clock, url }: PingRoutesOptions): Hono {
  const routes = new Hono();
  routes.get("/preview", async () => {
    try {
      const { body, answer } = await archive.of(weekBefore(clock.now()));
      const headers = new Headers({ "content-type": "application/json" });
      if (url !== undefined) headers.set("ping-destination", new URL(url).host);
      if (answer !== undefined) headers.set("ping-status", String(answer.status));
      return new Response(body, { headers });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  routes.get("/answer", async () => {
    try {
      return Response.json(await readPingState({ archive, url, now: clock.now() }));
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  routes.all("*", () => errorAnswer(noSuchRoute));
  return routes;
}
