import type { Context } from "hono";
import type { CodeErrorAnswer, CodeErrorCode } from "../../api/CodeError.ts";
import type { Answer } from "../repository/Answer.ts";

const statuses = {
  "bad-request": 400,
  refused: 403,
  "not-found": 404,
  "no-history": 404,
  unsupported: 422,
  "timed-out": 504,
  failed: 503,
} as const satisfies Record<CodeErrorCode, number>;

/** Answers a route with a value as JSON, or with the failure and the status that belongs to it. */
export function respond<Value extends object>(context: Context, answer: Answer<Value>): Response {
  // Every answer depends on files that can change at any time.
  context.header("Cache-Control", "no-store");
  if (answer.ok) {
    return context.json(answer.value);
  }
  const body: CodeErrorAnswer = { error: answer.error };
  return context.json(body, statuses[answer.error.code]);
}
