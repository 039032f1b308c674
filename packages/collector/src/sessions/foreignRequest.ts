import type { Refusal } from "../http/errorAnswer.ts";

/** The answer to a request that a page of another origin made a browser send. */
export const foreignRequest: Refusal = {
  status: 403,
  code: "foreign-request",
  message: "This is answered for the instance's own pages only. Programs send the token instead.",
};
