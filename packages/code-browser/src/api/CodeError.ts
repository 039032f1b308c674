/** Why a route did not answer with what was asked for. */
export type CodeErrorCode =
  | "bad-request"
  | "refused"
  | "not-found"
  | "no-history"
  | "unsupported"
  | "timed-out"
  | "failed";

/** A failure of the application's own routes: a stable code and a sentence a person can act on. */
export interface CodeError {
  readonly code: CodeErrorCode;
  readonly message: string;
}

/** The body of every answer that is not a success. */
export interface CodeErrorAnswer {
  readonly error: CodeError;
}
