import type { FuzzedRequest } from "./fuzzedRequest.ts";

const statuses: ReadonlySet<number> = new Set([200, 204, 400, 401, 403, 404, 413, 415, 429]);

/** What no answer may hold: stacks, statements, paths. */
const leaks = /\n {4}at |node:internal|\/src\/|SQLITE|SELECT |INSERT /;

/** What is wrong with the answer to any request, if anything. */
export async function checkFuzzedAnswer(
  { path }: FuzzedRequest,
  answer: Response,
): Promise<string | undefined> {
  const text = await answer.text();
  if (!statuses.has(answer.status)) return `status ${answer.status}: ${text}`;
  if (leaks.test(text)) return `tells too much: ${text}`;
  if (answer.status < 400) return undefined;
  const body = JSON.parse(text) as { readonly error?: unknown; readonly errors?: unknown };
  const isError = path === "/.api/graphql" ? (body.errors ?? body.error) : body.error;
  return isError === undefined ? `no error of the usual shape: ${text}` : undefined;
}
