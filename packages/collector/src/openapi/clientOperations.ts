import { actionEventsPath, paths } from "@action-telemetry/event-schema";
import Type from "typebox";
import { refusalAnswer } from "../analytics/answers/recordAnswers.ts";
import { errorReportsPath } from "../errors/createErrorRoutes.ts";
import { logsPath } from "../otlp/createLogsRoutes.ts";
import { graphQLPath } from "../sourcegraph/createGraphQLRoutes.ts";
import { batchAnswerSchema, eventBatchSchema } from "./eventBatchSchema.ts";
import type { Operation } from "../http/Operation.ts";

const common = { method: "post", tag: "For clients", isGuarded: false } as const;
const json = "application/json";

const graphQLErrors = Type.Object(
  {
    errors: Type.Array(
      Type.Object({
        message: Type.String(),
        extensions: Type.Object({ code: Type.String() }),
      }),
    ),
  },
  { description: "As GraphQL refuses: where the request can be read, but not run." },
);

/** What clients send, described. */
export const clientOperations: readonly Operation[] = [
  {
    ...common,
    path: actionEventsPath,
    summary: "Store a batch of events",
    description:
      "Answered after the commit. Each event of the batch is accepted, a duplicate, or rejected with a reason. The body may be encoded as gzip, deflate or br.",
    body: { [json]: eventBatchSchema },
    answer: { description: "What became of every event.", content: { [json]: batchAnswerSchema } },
    refusals: [400, 413, 415, 429, 503],
  },
  {
    ...common,
    path: logsPath,
    summary: "Store logs of OpenTelemetry",
    description: "OTLP/HTTP. A record with an event name is an event.",
    body: {
      [json]: "An ExportLogsServiceRequest.",
      "application/x-protobuf": "An ExportLogsServiceRequest.",
    },
    answer: {
      description: "What was rejected, if anything, in the format of the request.",
      content: {
        [json]: Type.Object({
          partialSuccess: Type.Optional(
            Type.Object({ rejectedLogRecords: Type.String(), errorMessage: Type.String() }),
          ),
        }),
        "application/x-protobuf": "An ExportLogsServiceResponse.",
      },
    },
    refusals: [400, 413, 415, 429, 503],
  },
  {
    ...common,
    path: graphQLPath,
    summary: "Store events by Sourcegraph's mutations",
    description: "logEvent, logEvents and telemetry.recordEvents, and nothing else.",
    body: {
      [json]: Type.Object({
        query: Type.String(),
        variables: Type.Optional(Type.Union([Type.Object({}), Type.Null()])),
        operationName: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      }),
    },
    answer: {
      description: "As GraphQL answers.",
      content: { [json]: Type.Object({ data: Type.Optional(Type.Unknown()) }) },
    },
    refusals: [400, 413, 415, 429, 503],
    refusal: { [json]: Type.Union([refusalAnswer, graphQLErrors]) },
  },
  {
    ...common,
    path: errorReportsPath,
    summary: "Report an error",
    body: { "text/plain": "An envelope of Sentry's protocol with one event, at most 32 KiB." },
    answer: {
      description: "Kept or forwarded.",
      content: { [json]: Type.Object({ id: Type.String() }) },
    },
    refusals: [400, 403, 413, 429, 503],
  },
  {
    ...common,
    method: "get",
    path: paths.health,
    summary: "Whether events can be stored",
    answer: {
      description: "The database can write.",
      content: { [json]: Type.Object({ status: Type.Literal("ok") }) },
    },
    refusals: [503],
  },
];
