import type { Result } from "@action-telemetry/event-schema";
import { execute, GraphQLError, parse, validate, type DocumentNode } from "graphql";
import type { Refusal } from "../http/errorAnswer.ts";
import type { UncheckedBatch } from "../ingest/UncheckedBatch.ts";
import { loggedToBatch } from "./loggedToBatch.ts";
import { mutationSchema } from "./mutationSchema.ts";
import { recordedToBatch } from "./recordedToBatch.ts";
import type { LoggedEvent, RecordedEvent, SourcegraphRequest } from "./SourcegraphEvent.ts";

/** The most tokens that a document may have: a mutation that logs has some dozens. */
const mostTokens = 2000;

/** The most events that a request may log. */
const mostEvents = 500;

/** A request of GraphQL. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** The answer of a request that was carried out, and what it logs. */
export interface RunMutation {
  /** The body of the answer, if what it logs can be stored. */
  readonly answer: object;
  readonly batches: readonly UncheckedBatch[];
}

/** Carries out a mutation that logs; nothing is stored yet. */
export async function runMutation(
  { query, variables, operationName }: GraphQLRequest,
  request: SourcegraphRequest,
): Promise<Result<RunMutation, Refusal>> {
  const document = readDocument(query);
  if (!document.ok) return document;
  const batches: UncheckedBatch[] = [];
  const take = (taken: readonly UncheckedBatch[]) => {
    if (batches.length + taken.length > mostEvents) {
      throw new GraphQLError(`Log at most ${mostEvents} events at once.`);
    }
    batches.push(...taken);
    return { alwaysNil: null };
  };
  const answer = await execute({
    schema: mutationSchema,
    document: document.value,
    variableValues: variables,
    operationName,
    rootValue: {
      productVersion: "action-telemetry",
      logEvent: (event: LoggedEvent) => take([loggedToBatch(event, request)]),
      logEvents: ({ events }: { readonly events?: readonly LoggedEvent[] | null }) =>
        take((events ?? []).map((event) => loggedToBatch(event, request))),
      telemetry: {
        recordEvents: ({ events }: { readonly events: readonly RecordedEvent[] }) =>
          take(events.map((event) => recordedToBatch(event, request))),
      },
    },
  });
  return { ok: true, value: { answer, batches: answer.errors === undefined ? batches : [] } };
}

function readDocument(query: string): Result<DocumentNode, Refusal> {
  try {
    const document = parse(query, { maxTokens: mostTokens, noLocation: true });
    const [error] = validate(mutationSchema, document);
    return error === undefined ? { ok: true, value: document } : refuse(error.message);
  } catch (error) {
    return refuse(error instanceof GraphQLError ? error.message : "The query cannot be read.");
  }
}

function refuse(message: string) {
  return { ok: false, error: { status: 400, code: "GRAPHQL_VALIDATION_FAILED", message } } as const;
}
