import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import type { ErrorForwarder } from "../errors/ErrorForwarder.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { noSuchRoute, storageUnavailable } from "../http/refusals.ts";
import type { AnalyticsQuery } from "../query/AnalyticsQuery.ts";
import type { Parameter } from "../query/Parameter.ts";
import { parseQuery } from "../query/parseQuery.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import { Analytics } from "./Analytics.ts";
import {
  actionIdParameter,
  afterParameter,
  breakdownByParameter,
  executionsByParameter,
  limitParameter,
  userIdParameter,
} from "./analyticsParameters.ts";
import { endHeader } from "./endHeader.ts";
import type { LiveStreams } from "./LiveStreams.ts";
import { readEvents } from "./readEvents.ts";

/** The most error reports that `errors` answers with. */
const shownErrors = 100;

/** How many events `events` answers with unless it is told. */
const shownEvents = 50;

/** What the analytics routes need. */
export interface AnalyticsRoutesOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly live: LiveStreams;
  /** Absent: error reports are kept here. */
  readonly forwarder?: Pick<ErrorForwarder, "counts"> | undefined;
}

/**
 * The administrator's API, described by `analyticsOperations`: its path must be guarded. Nothing changes anything but the
 * erasure of a user, which no form, link or script of another page can ask for.
 */
export function createAnalyticsRoutes(options: AnalyticsRoutesOptions): Hono {
  const { store, live, forwarder } = options;
  const routes = new Hono();
  addCountRoutes(routes, options);
  routes.get("/events", (context) =>
    withParameter(
      context.req.query("limit") ?? String(shownEvents),
      "limit",
      limitParameter,
      (limit) => {
        const after = context.req.query("after");
        if (after === undefined) return answer(readEvents(store, { limit }));
        return withParameter(after, "after", afterParameter, (place) =>
          answer(readEvents(store, { limit, after: place }), "after"),
        );
      },
    ),
  );
  routes.delete("/users/:id", (context) =>
    withParameter(context.req.param("id"), "id", userIdParameter, (id) =>
      answer(store.erase(id).then((erased) => ({ erased }))),
    ),
  );
  routes.get("/errors", () => {
    const forwarded = forwarder?.counts ?? null;
    return answer(store.errors(shownErrors).then((errors) => ({ errors, forwarded })));
  });
  routes.get("/live", () => liveAnswer(live));
  routes.all("*", () => errorAnswer(noSuchRoute));
  return routes;
}

function addCountRoutes(routes: Hono, { store, clock }: AnalyticsRoutesOptions): void {
  const analytics = new Analytics(store, clock);
  const withQuery = (
    context: Context,
    handle: (query: AnalyticsQuery) => Response | Promise<Response>,
  ) => {
    const { query, problems } = parseQuery(new URL(context.req.url).searchParams);
    return problems.length > 0 ? badParameter(problems.join(" ")) : handle(query);
  };
  const sinceEnd = (count: () => Promise<unknown>) => answerSinceEnd(store, count);
  // Hundreds of actions take 130 KB, and a fifth of that compressed.
  for (const path of ["/overview", "/actions/*"]) routes.use(path, compress());
  routes.get("/overview", (context) =>
    withQuery(context, (query) => sinceEnd(() => analytics.overview(query))),
  );
  routes.get("/actions", (context) =>
    withQuery(context, (query) => answer(analytics.actions(query))),
  );
  routes.get("/actions/:id", (context) =>
    withQuery(context, (query) =>
      withParameter(context.req.param("id"), "id", actionIdParameter, (id) =>
        sinceEnd(() => analytics.action(id, query)),
      ),
    ),
  );
  routes.get("/users", (context) => withQuery(context, (query) => answer(analytics.users(query))));
  routes.get("/executions", (context) =>
    withQuery(context, (query) =>
      withParameter(context.req.query("by") ?? "all", "by", executionsByParameter, (by) =>
        answer(analytics.executions(query, by)),
      ),
    ),
  );
  routes.get("/breakdown", (context) =>
    withQuery(context, (query) =>
      withParameter(context.req.query("by") ?? "", "by", breakdownByParameter, (by) =>
        answer(analytics.breakdown(query, by)),
      ),
    ),
  );
}

function withParameter<Value>(
  text: string,
  name: string,
  parameter: Parameter<Value>,
  handle: (value: Value) => Response | Promise<Response>,
): Response | Promise<Response> {
  const result = parameter.parse(text);
  return result.ok ? handle(result.value) : badParameter(`${name} must be ${result.error}.`);
}

/** @param refusable - The parameter that only the store can tell to be wrong. */
async function answer(value: Promise<unknown>, refusable?: "after"): Promise<Response> {
  try {
    return Response.json(await value);
  } catch (error) {
    if (refusable !== undefined && error instanceof RangeError) {
      return badParameter(`${refusable} must be what this database has given.`);
    }
    return errorAnswer(storageUnavailable);
  }
}

/** Counts what is stored, and says since when more may have been. */
async function answerSinceEnd(
  store: Pick<EventStore, "end">,
  count: () => Promise<unknown>,
): Promise<Response> {
  try {
    // The end comes first: a page asks again rather than miss what is stored in between.
    const end = await store.end();
    return Response.json(await count(), { headers: { [endHeader]: end } });
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
