import type { SendResult } from "../Transport.ts";

/** The part of an error in a GraphQL answer that tells what to do. */
interface GraphQLError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

/**
 * Codes and messages of an instance that does not know who is asking. Servers that give no code say it
 * in the words of Sourcegraph's own errors.
 */
const unauthorizedCode = /^(UNAUTHENTICATED|FORBIDDEN|ErrNotAuthenticated)$/;
const unauthorizedMessage = /\b(not authenticated|must be authenticated|unauthorized)\b/i;

/** Those of one whose schema is another: older, newer, or none of Sourcegraph's. */
const unsupportedCode = /^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT)$/;
const unsupportedMessage =
  /^(Cannot query field|Unknown (type|argument|field)|Variable "|Argument "|Field "|Syntax Error)/;

/**
 * What an answer with a 2xx means for the events that were sent. GraphQL tells failures with status
 * 200, so the body decides: only data without errors is an acknowledgement. Without authentication, or
 * on an instance of the other generation, the events wait; any other error, and a body that is no
 * answer of GraphQL at all (the page of a proxy), is a failure that may pass.
 */
export function readGraphQLAnswer(text: string | undefined): SendResult {
  const answer = parse(text);
  if (answer === undefined) return { kind: "retry", reason: "graphql-no-answer" };
  const { data, errors } = answer;
  if (errors.some(is(unauthorizedCode, unauthorizedMessage))) {
    return { kind: "pause", reason: "graphql-unauthorized" };
  }
  if (errors.some(is(unsupportedCode, unsupportedMessage))) {
    return { kind: "pause", reason: "graphql-unsupported" };
  }
  if (errors.length > 0 || data === null || typeof data !== "object") {
    return { kind: "retry", reason: "graphql-error" };
  }
  return { kind: "accepted" };
}

function parse(
  text: string | undefined,
): { readonly data: unknown; readonly errors: readonly (GraphQLError | null)[] } | undefined {
  try {
    const { data, errors = [] } = JSON.parse(text ?? "") as {
      readonly data?: unknown;
      readonly errors?: unknown;
    };
    if (data === undefined && !(Array.isArray(errors) && errors.length > 0)) return undefined;
    return { data, errors: Array.isArray(errors) ? errors : [null] };
  } catch {
    return undefined;
  }
}

function is(code: RegExp, message: RegExp): (error: GraphQLError | null) => boolean {
  return (error) => test(code, error?.extensions?.code) || test(message, error?.message);
}

function test(pattern: RegExp, value: unknown): boolean {
  return typeof value === "string" && pattern.test(value);
}
