import type { Hono } from "hono";
import type { IngestRoutesOptions } from "../ingest/createIngestRoutes.ts";
import { createPostRoutes } from "../http/createPostRoutes.ts";
import { errorAnswer, type Refusal } from "../http/errorAnswer.ts";
import { parseJson } from "../body/parseJson.ts";
import { readBody } from "../body/readBody.ts";
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
  const { clock, onStored } = options;
  return createPostRoutes(graphQLPath, options, async (request, network) => {
    const body = await readBody(request);
    if (!body.ok) return errorAnswer(body.error);
    const read = readRequest(body.value);
    if (read === undefined) return graphQLError(malformed);
    const now = clock.now();
    const ran = await runMutation(read, {
      origin: new URL(request.url).origin,
      anonymousId: request.headers.get(anonymousIdHeader) ?? undefined,
      now,
    });
    if (!ran.ok) return graphQLError(ran.error);
    const stored = await storeBatches(ran.value.batches, options, now, network);
    if (!stored.ok) return errorAnswer(stored.error);
    if (stored.value.accepted > 0) onStored();
    return Response.json(ran.value.answer, { headers: { "cache-control": "no-store" } });
  });
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
