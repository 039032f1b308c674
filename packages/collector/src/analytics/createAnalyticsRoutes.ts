import { isActionId, type Result } from "@action-telemetry/event-schema";
import { type Context, Hono } from "hono";
import type { Clock } from "../time/Clock.ts";
import type { Dimension } from "../store/Selection.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { StoredError } from "../store/StoredError.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import type { ErrorForwarder } from "../errors/ErrorForwarder.ts";
import { noSuchRoute, storageUnavailable } from "../http/refusals.ts";
import { requireAdmin } from "../http/requireAdmin.ts";
import { Analytics } from "./Analytics.ts";
import { type AnalyticsRange, analyticsRanges, isAnalyticsRange } from "./AnalyticsRange.ts";
import type { ErrorsAnswer } from "./Answers.ts";
import type { LiveStreams } from "./LiveStreams.ts";

/** Where the analytics API lives. */
export const analyticsPath = "/.api/analytics";

const dimensions: Readonly<Record<string, Dimension>> = {
  action: "name",
  surface: "surface",
  trigger: "trigger",
  source: "source",
  platform: "platform",
};

/** The most events that `events` answers with. */
const maxEvents = 200;

/** The most error reports that `errors` answers with. */
const shownErrors = 100;

/** What the analytics routes need. */
export interface AnalyticsRoutesOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly live: LiveStreams;
  readonly adminToken?: string | undefined;
  /** Absent: error reports are kept here. */
  readonly forwarder?: Pick<ErrorForwarder, "counts"> | undefined;
}

/**
 * The administrator's API. Everything below its path is guarded, known or not. Nothing changes anything but the erasure
 * of a user, which no form, link or script of another page can ask for.
 */
export function createAnalyticsRoutes(options: AnalyticsRoutesOptions): Hono {
  const { store, clock, live, adminToken, forwarder } = options;
  const analytics = new Analytics(store, clock);
  const routes = new Hono();
  routes.use("*", requireAdmin(adminToken));
  routes.use("*", async (context, next) => {
    await next();
    context.res.headers.set("cache-control", "no-store");
    context.res.headers.set("x-content-type-options", "nosniff");
  });

  routes.get("/overview", (context) =>
    withRange(context, (range) => answer(analytics.overview(range))),
  );
  routes.get("/actions", (context) =>
    withRange(context, (range) => answer(analytics.actions(range))),
  );
  routes.get("/users", (context) => withRange(context, (range) => answer(analytics.users(range))));
  routes.delete("/users/:id", (context) => {
    const id = context.req.param("id");
    if (!isActionId(id)) return badParameter("The ID of a user is an anonymizedUserId.");
    return answer(store.erase(id).then((erased) => ({ erased })));
  });
  routes.get("/executions", (context) =>
    withRange(context, (range) => {
      const by = parseDimension(context.req.query("by") ?? "all");
      return by.ok ? answer(analytics.executions(range, by.value)) : badParameter(by.error);
    }),
  );
  routes.get("/breakdown", (context) =>
    withRange(context, (range) => {
      const by = parseDimension(context.req.query("by"));
      if (!by.ok || by.value === undefined) return badParameter(dimensionHelp);
      return answer(analytics.breakdown(range, by.value));
    }),
  );
  routes.get("/events", (context) => {
    const limit = context.req.query("limit") ?? "50";
    if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > maxEvents) {
      return badParameter(`limit must be a whole number from 1 to ${maxEvents}.`);
    }
    return answer(store.latest(Number(limit)).then((events) => ({ events })));
  });
  routes.get("/errors", () =>
    answer(store.errors(shownErrors).then((errors) => toErrorsAnswer(errors, forwarder))),
  );
  routes.get("/live", () => liveAnswer(live));
  routes.all("*", () => errorAnswer(noSuchRoute));
  return routes;
}

const dimensionHelp = `by must be one of ${Object.keys(dimensions).join(", ")}.`;

function withRange(
  context: Context,
  handle: (range: AnalyticsRange) => Response | Promise<Response>,
): Response | Promise<Response> {
  const range = context.req.query("range") ?? "7d";
  if (!isAnalyticsRange(range)) {
    return badParameter(`range must be one of ${analyticsRanges.join(", ")}.`);
  }
  return handle(range);
}

function parseDimension(value: string | undefined): Result<Dimension | undefined, string> {
  if (value === "all") return { ok: true, value: undefined };
  const dimension =
    value !== undefined && Object.hasOwn(dimensions, value) ? dimensions[value] : undefined;
  return dimension === undefined
    ? { ok: false, error: dimensionHelp }
    : { ok: true, value: dimension };
}

function toErrorsAnswer(
  errors: readonly StoredError[],
  forwarder: AnalyticsRoutesOptions["forwarder"],
): ErrorsAnswer {
  return { errors, forwarded: forwarder?.counts ?? null };
}

async function answer(value: Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await value);
  } catch {
    return errorAnswer(storageUnavailable);
  }
}

function badParameter(message: string): Response {
  return errorAnswer({ status: 400, code: "invalid-parameter", message });
}

function liveAnswer(live: LiveStreams): Response {
  const stream = live.open();
  if (stream === undefined) {
    const message = "Too many pages are watching.";
    return errorAnswer({ status: 503, code: "too-many-streams", message, retryAfter: 30 });
  }
  return new Response(stream, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" },
  });
}
