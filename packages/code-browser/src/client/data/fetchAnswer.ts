import type { CodeError } from "../../api/CodeError.ts";

/** Why there is no answer: the server said so, or could not be reached. */
export interface AnswerError {
  readonly code: CodeError["code"] | "unreachable";
  /** A sentence for the person. */
  readonly message: string;
}

/** What asking the server came to. */
export type FetchedAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AnswerError };

const unreachable: AnswerError = {
  code: "unreachable",
  message: "The server does not answer. It may have been stopped.",
};

/**
 * Asks one of the application's own routes. Never rejects, except with the signal's reason when it was aborted.
 *
 * @param address the route with its query; `Value` is what the route is known to answer
 */
export async function fetchAnswer<Value>(
  address: string,
  signal: AbortSignal,
): Promise<FetchedAnswer<Value>> {
  try {
    const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
    const body: unknown = await response.json();
    if (response.ok) {
      // The routes and this client are one program; their answers' types are shared, not checked again.
      return { ok: true, value: body as Value };
    }
    return { ok: false, error: readError(body) };
  } catch {
    signal.throwIfAborted();
    return { ok: false, error: unreachable };
  }
}

/** The address of a route with its query; parameters that are `undefined` are left out. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function readError(body: unknown): AnswerError {
  if (typeof body === "object" && body !== null && "error" in body) {
    const { error } = body as { readonly error: CodeError };
    return error;
  }
  return unreachable;
}
