/** What kind of trouble an expression met. */
export type ExpressionErrorCode =
  | "syntax"
  | "unknown-function"
  | "too-long"
  | "too-deep"
  | "too-many-steps"
  | "output-too-long"
  | "context-forbidden"
  | "key-forbidden"
  | "unreadable-context";

/** Why an expression or template could not be parsed or evaluated. */
export interface ExpressionError {
  readonly code: ExpressionErrorCode;
  /** In words. Quotes at most a few characters of the source, and never a value of the context. */
  readonly message: string;
  /** Where in the source, in UTF-16 code units from 0. */
  readonly position: number;
}
