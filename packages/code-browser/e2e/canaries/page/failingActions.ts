import type { ApplicationAction } from "@action-telemetry/actions";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

/** Actions that fail in every way there is, each saying something that nobody else may know. */
export const failingActions: readonly ApplicationAction[] = [
  fails("canary.throws", () => {
    const error = new Error(secretOf("message of a thrown error"));
    error.name = secretOf("name of a thrown error");
    error.stack = secretOf("stack of a thrown error");
    throw error;
  }),
  fails("canary.causes", () => {
    throw new Error("It failed.", { cause: new Error(secretOf("cause of an error")) });
  }),
  fails("canary.aggregates", () => {
    const errors = [new Error(secretOf("error in an aggregate error"))];
    throw new AggregateError(errors, secretOf("message of an aggregate error"));
  }),
  fails("canary.rejects", () => Promise.reject(new Error(secretOf("message of a rejection")))),
  fails("canary.throwsText", () => {
    throw thrown(secretOf("thrown text"));
  }),
  fails("canary.throwsObject", () => {
    throw thrown({ detail: secretOf("thrown object") });
  }),
  fails("canary.rejectsEmpty", () => Promise.reject(thrown({ data: secretOf("rejected object") }))),
  { id: "canary.unknown", title: "Unknown", command: secretOf("name of an unknown command") },
];

function fails(id: string, run: () => unknown): ApplicationAction {
  return { id, title: id, run };
}

/** What is thrown need not be an error, which only a type assertion lets a careful program do. */
function thrown(value: unknown): Error {
  return value as Error;
}
