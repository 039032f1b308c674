import type { CodeError, CodeErrorCode } from "../../api/CodeError.ts";

/** What reading a repository comes to: a value, or a failure that can be shown to the person. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CodeError };

/** Wraps a value that was read. */
export function success<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

/** Says why something could not be read; `message` is a sentence for the person and names no place on the disk. */
export function failure(
  code: CodeErrorCode,
  message: string,
): { readonly ok: false; readonly error: CodeError } {
  return { ok: false, error: { code, message } };
}
