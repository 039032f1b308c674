import { errorAnswer, type Refusal } from "./errorAnswer.ts";

/** The answer where no route is. */
export const noSuchRoute: Refusal = {
  status: 404,
  code: "not-found",
  message: "There is no such route.",
};

/** The answer while the database fails; it may be back in some seconds. */
export const storageUnavailable: Refusal = {
  status: 503,
  code: "storage-unavailable",
  message: "The database does not answer.",
  retryAfter: 5,
};

/** The answer to an address that is too fast; to be given with the time to wait. */
export const tooManyRequests: Refusal = {
  status: 429,
  code: "too-many-requests",
  message: "Too many requests from this address. Wait, and send fuller batches.",
};

/** The answer to a page of another origin that sends what no browser asks about before. */
export const foreignPage: Refusal = {
  status: 403,
  code: "foreign-page",
  message: "Pages of this origin may not send here.",
};

/** The answer to a method that a route does not take. */
export function methodNotAllowed(allowed: string): Response {
  const message = `This address takes ${allowed} alone.`;
  const answer = errorAnswer({ status: 405, code: "method-not-allowed", message });
  answer.headers.set("allow", allowed);
  return answer;
}
