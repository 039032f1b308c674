import { Hono } from "hono";
import type { ForwardCounts } from "../errors/ErrorForwarder.ts";
import type { EventForwarder, ForwardResult } from "../otlp/forward/EventForwarder.ts";
import { version } from "./version.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { noSuchRoute } from "../http/refusals.ts";

/** Where the instance says what it does with what it knows. */
export const instancePath = "/.api/instance";

/** What `GET /.api/instance` answers: everything that leaves, and where to. `null`: nothing of the kind does. */
export interface InstanceAnswer {
  /** Of the collector. */
  readonly version: string;
  readonly leaving: {
    /** Every event as it is stored, because the administrator has chosen so. */
    readonly events: ({ readonly to: string } & Readonly<Record<ForwardResult, number>>) | null;
    /** The weekly aggregate. */
    readonly ping: { readonly to: string } | null;
    readonly errorReports: ForwardCounts | null;
  };
}

/** What can leave. */
export interface InstanceRoutesOptions {
  readonly events: Pick<EventForwarder, "destination" | "counts"> | undefined;
  readonly pingUrl: string | undefined;
  readonly errorReports: { readonly counts: ForwardCounts } | undefined;
}

/** `GET /.api/instance`: its version, and what leaves it. For the administrator: its path must be guarded. */
export function createInstanceRoutes(options: InstanceRoutesOptions): Hono {
  const { events, pingUrl, errorReports } = options;
  const routes = new Hono();
  routes.get("/", () => {
    const answer: InstanceAnswer = {
      version,
      leaving: {
        events: events === undefined ? null : { to: events.destination, ...events.counts },
        ping: pingUrl === undefined ? null : { to: new URL(pingUrl).host },
        errorReports: errorReports?.counts ?? null,
      },
    };
    return Response.json(answer);
  });
  routes.all("*", () => errorAnswer(noSuchRoute));
  return routes;
}
