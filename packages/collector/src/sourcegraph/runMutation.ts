import type { Result } from "@action-telemetry/event-schema";
import {
  execute,
  type ExecutionResult,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from "graphql";
import type { Refusal } from "../http/errorAnswer.ts";
import type { UncheckedBatch } from "../ingest/UncheckedBatch.ts";
import { loggedToBatch } from "./loggedToBatch.ts";
import { mutationSchema } from "./mutationSchema.ts";
import { recordedToBatch } from "./recordedToBatch.ts";
import type { LoggedEvent, RecordedEvent, SourcegraphRequest } from "./SourcegraphEvent.ts";

/** The most tokens that a document may have: a mutation that logs has some dozens. */
const mostTokens = 1000;

/** The most events that a request may log. */
const mostEvents = 500;

/** How long a message of an error may be, in characters: what is wrong is quoted, and may be all of the body. */
const mostCharacters = 300;

const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];

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
  const log = <Event>(
    events: readonly Event[],
    toBatch: (event: Event, request: SourcegraphRequest) => UncheckedBatch,
  ) => {
    if (batches.length + events.length > mostEvents) {
      throw new GraphQLError(`Log at most ${mostEvents} events at once.`);
    }
    batches.push(...events.map((event) => toBatch(event, request)));
    return { alwaysNil: null };
  };
  const answer = await execute({
    schema: mutationSchema,
    document: document.value,
    variableValues: variables,
    operationName,
    rootValue: {
      productVersion: "action-telemetry",
      logEvent: (event: LoggedEvent) => log([event], loggedToBatch),
      logEvents: ({ events }: { readonly events?: readonly LoggedEvent[] | null }) =>
        log(events ?? [], loggedToBatch),
      telemetry: {
        recordEvents: ({ events }: { readonly events: readonly RecordedEvent[] }) =>
          log(events, recordedToBatch),
      },
    },
    options: { maxCoercionErrors: 1 },
    hideSuggestions: true,
  });
  if (answer.errors === undefined) return { ok: true, value: { answer, batches } };
  return { ok: true, value: { answer: tellOne(answer, answer.errors), batches: [] } };
}

/** An answer with its first error alone, shortly. */
function tellOne(answer: ExecutionResult, [error]: readonly GraphQLError[]): object {
  const path = error?.path;
  const message = shorten(error?.message ?? "");
  return { ...answer, errors: [{ message, ...(path !== undefined && { path }) }] };
}

function shorten(message: string): string {
  return message.length > mostCharacters ? `${message.slice(0, mostCharacters - 1)}…` : message;
}

function readDocument(query: string): Result<DocumentNode, Refusal> {
  try {
    const document = parse(query, { maxTokens: mostTokens, noLocation: true });
    const [error] = validate(mutationSchema, document, rules, {
      maxErrors: 1,
      hideSuggestions: true,
    });
    return error === undefined ? { ok: true, value: document } : refuse(error.message);
  } catch (error) {
    return refuse(error instanceof GraphQLError ? error.message : "The query cannot be read.");
  }
}

function refuse(message: string) {
  return {
    ok: false,
    error: { status: 400, code: "GRAPHQL_VALIDATION_FAILED", message: shorten(message) },
  } as const;
}
