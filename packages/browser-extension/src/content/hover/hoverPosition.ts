import type { CodeToken, FileFacts } from "@action-telemetry/code-hosts";
import type { CodePosition } from "../../messages/CodePosition.ts";

/** Where a word is in the repository; `undefined` where the page does not say at which revision. */
export function hoverPosition(facts: FileFacts, token: CodeToken): CodePosition | undefined {
  const { repository } = facts;
  const place = { line: token.line - 1, character: token.character };
  if (facts.kind === "blob")
    return { repository, revision: facts.commit ?? facts.revision, path: facts.path, ...place };
  const side = token.side === "base" ? facts.base : facts.head;
  return side && { repository, revision: side.revision, path: side.path, ...place };
}
