import { isErrorLike, readErrorType } from "./readErrorType.ts";

/** How many are told. */
const most = 8;

/**
 * The classes of an error's causes and of the errors it gathers, breadth first and without repetition of one
 * and the same error; they may be cyclic.
 */
export function readCauses(thrown: unknown, known: ReadonlySet<string>): readonly string[] {
  const seen = new Set([thrown]);
  const types: string[] = [];
  for (const current of seen) {
    if (current !== thrown) types.push(readErrorType(current, known));
    if (types.length === most) break;
    for (const next of causesOf(current)) seen.add(next);
  }
  return types;
}

function causesOf(thrown: unknown): readonly unknown[] {
  if (!isErrorLike(thrown)) return [];
  const { cause, errors } = thrown as { readonly cause?: unknown; readonly errors?: unknown };
  const gathered = Array.isArray(errors) ? (errors as readonly unknown[]).slice(0, most) : [];
  return cause === undefined ? gathered : [cause, ...gathered];
}
