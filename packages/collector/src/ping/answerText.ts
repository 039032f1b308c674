import type { ReceiverAnswer } from "../http/postToReceiver.ts";

/** How much of an answer is kept, in characters: enough for a reason. */
const mostCharacters = 2000;

/** What of a receiver's answer is kept: its beginning, where it is text, in one line and without what a terminal obeys. */
export function answerText({
  contentType,
  text,
}: Pick<ReceiverAnswer, "contentType" | "text">): string {
  if (!isText(contentType)) return "";
  // One half of a pair at the cut would be no character, and not every database takes it.
  const beginning = text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, "");
  return beginning.replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
}

function isText(contentType: string): boolean {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return type.startsWith("text/") || type === "application/json" || type.endsWith("+json");
}
