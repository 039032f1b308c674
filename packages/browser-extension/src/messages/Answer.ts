/** Why a request was not answered: a code for programs, a sentence for the person. */
export interface RequestError {
  readonly code: RequestErrorCode;
  readonly message: string;
}

/**
 * - `offline`: the worker did not answer; it may have been replaced by a newer version.
 * - `refused`: the sender may not ask this, or asked too often, or the extension is switched off.
 * - `invalid`: the request is malformed.
 * - `unreachable`: the instance did not answer, in time or at all.
 * - `signed-out`: the instance wants a person to sign in first.
 * - `failed`: the instance, or the extension that was asked, answered that it cannot.
 */
export type RequestErrorCode =
  | "offline"
  | "refused"
  | "invalid"
  | "unreachable"
  | "signed-out"
  | "failed";

/** What comes back from a request. Trouble is a value. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: RequestError };

/** An answer that says why there is none. */
export function refusal(code: RequestErrorCode, message: string): Answer<never> {
  return { ok: false, error: { code, message } };
}

/** An answer with a value. */
export function success<T>(value: T): Answer<T> {
  return { ok: true, value };
}
