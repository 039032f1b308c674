import { Hono } from "hono";
import { cors } from "../http/cors.ts";
import type { IngestRoutesOptions } from "../http/createIngestRoutes.ts";
import { errorAnswer, type Refusal } from "../http/errorAnswer.ts";
import { rateLimit } from "../http/rateLimit.ts";
import { storageUnavailable } from "../http/refusals.ts";
import { parseJson } from "../ingest/parseJson.ts";
import { readBody } from "../ingest/readBody.ts";
import { storeBatches } from "../ingest/storeBatches.ts";
import { runMutation, type GraphQLRequest } from "./runMutation.ts";

/** Where clients of Sourcegraph's API log. */
export const graphQLPath = "/.api/graphql";

/** By which a client without a cookie names its anonymous ID. */
const anonymousIdHeader = "x-sourcegraph-actor-anonymous-uid";

/** How deep a request may nest: arguments within metadata within events within variables. */
const maxDepth = 24;

/**
 * `POST /.api/graphql`: the mutations by which clients of Sourcegraph's API log, `logEvents` and
 * `telemetry.recordEvents`, and nothing else of it.
 */
export function createGraphQLRoutes(options: IngestRoutesOptions): Hono {
  const { store, clock, allowedOrigins, onStored } = options;
  const routes = new Hono();
  routes.use(graphQLPath, cors(allowedOrigins));
  if (options.rateLimit !== undefined) routes.use(graphQLPath, rateLimit(options.rateLimit, clock));
  routes.post(graphQLPath, async (context) => {
    const { raw } = context.req;
    const body = await readBody(raw);
    if (!body.ok) return errorAnswer(body.error);
    const request = readRequest(body.value);
    if (request === undefined) return graphQLError(malformed);
    const now = clock.now();
    const ran = await runMutation(request, {
      origin: new URL(raw.url).origin,
      anonymousId: raw.headers.get(anonymousIdHeader) ?? undefined,
      now,
    });
    if (!ran.ok) return graphQLError(ran.error);
    try {
      const { accepted } = await storeBatches(ran.value.batches, store, now);
      if (accepted > 0) onStored();
      return context.json(ran.value.answer, 200, { "cache-control": "no-store" });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
  routes.all(graphQLPath, () => {
    const message = "Send requests with POST.";
    const answer = errorAnswer({ status: 405, code: "method-not-allowed", message });
    answer.headers.set("allow", "POST, OPTIONS");
    return answer;
  });
  return routes;
}

const malformed: Refusal = {
  status: 400,
  code: "BAD_REQUEST",
  message: "The body is not a GraphQL request.",
};

function readRequest(text: string): GraphQLRequest | undefined {
  const json = parseJson(text, maxDepth);
  if (!json.ok || typeof json.value !== "object" || json.value === null) return undefined;
  const { query, variables, operationName } = json.value as Readonly<Record<string, unknown>>;
  const isRequest =
    typeof query === "string" &&
    (variables == null || (typeof variables === "object" && !Array.isArray(variables))) &&
    (operationName == null || typeof operationName === "string");
  if (!isRequest) return undefined;
  return {
    query,
    variables: (variables ?? undefined) as GraphQLRequest["variables"],
    operationName: operationName ?? undefined,
  };
}

/** A refusal as clients of GraphQL read it. */
function graphQLError({ status, code, message }: Refusal): Response {
  const body = { errors: [{ message, extensions: { code } }] };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
