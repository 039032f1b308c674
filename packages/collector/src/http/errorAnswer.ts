import type { ErrorAnswer } from "@action-telemetry/event-schema";

/** Something to say no with: a status, a stable code for programs and a sentence for people. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503;
  readonly code: string;
  readonly message: string;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** The answer to a refused request: always the same shape, never a stack, a statement or a path. */
export function errorAnswer({ status, code, message, retryAfter }: Refusal): Response {
  const body: ErrorAnswer = { error: { code, message } };
  return Response.json(body, {
    status,
    headers: {
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
      ...(status === 401 && { "www-authenticate": 'Bearer realm="analytics"' }),
    },
  });
}
