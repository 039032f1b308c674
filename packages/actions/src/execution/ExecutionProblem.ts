/** What was wrong with an execution's circumstances, as a reason code without any content. */
export type ExecutionProblemCode =
  | "arguments-not-json"
  | "arguments-too-deep"
  | "arguments-too-large"
  | "arguments-forbidden-key"
  | "arguments-malformed-text"
  | "invalid-action-id"
  | "invalid-surface"
  | "invalid-trigger"
  | "listener-failed"
  | "log-arguments-failed"
  | "record-failed";

/** Trouble that changed nothing for the person, for the developer to mend. */
export interface ExecutionProblem {
  readonly code: ExecutionProblemCode;
  /** Absent when the ID itself is malformed. */
  readonly actionId?: string;
}
