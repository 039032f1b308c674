/** Why an execution failed. */
export type ExecutionErrorCode =
  | "command-failed"
  | "command-not-found"
  | "invalid-action"
  | "open-failed"
  | "timeout";

/** The failure of one execution: for the person and the application, never sent anywhere. */
export interface ExecutionError {
  readonly code: ExecutionErrorCode;
  /** A sentence to show to the person: display-safe, never empty, at most 200 graphemes. */
  readonly message: string;
  /** What the command threw or rejected with, as it is. It may hold private data. */
  readonly cause?: unknown;
}
