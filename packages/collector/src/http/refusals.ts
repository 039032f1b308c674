import type { Refusal } from "./errorAnswer.ts";

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
