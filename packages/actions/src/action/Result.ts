/**
 * The outcome of an operation that can fail at run time. Trouble with input is a value of this type,
 * never an exception.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };
