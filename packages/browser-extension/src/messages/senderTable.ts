import type { RequestKind } from "./Requests.ts";

/** Who sends: a content script in a page of a code host, or a page of the extension itself. */
export type SenderRole = "content" | "options";

/**
 * Who may send which request. A content script may have been taken over by its page, so it gets what
 * is needed to show actions and nothing that reads or changes settings, identity or queue.
 */
export const senderTable: Readonly<Record<RequestKind, SenderRole | "both">> = {
  record: "content",
  hover: "content",
  definition: "content",
  references: "content",
  repository: "content",
  command: "content",
  load: "content",
  checkSession: "content",
  openOptions: "content",
  reportError: "both",
  readSettings: "options",
  writeSettings: "options",
  checkInstance: "options",
  inspect: "options",
  erase: "options",
  flush: "options",
};
