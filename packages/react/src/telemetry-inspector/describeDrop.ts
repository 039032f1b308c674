/**
 * A reason for a loss, in English.
 *
 * @param reason - As clients and instances count it: lower-case words joined by hyphens.
 */
export function describeDrop(reason: string): string {
  if (Object.hasOwn(known, reason)) return known[reason as keyof typeof known];
  const [kind, rest] = splitFirst(reason);
  if (kind === "http") return `The instance refused the batch (${rest}).`;
  if (kind === "rejected") return `The instance refused the event: ${withSpaces(rest)}.`;
  if (kind === "arguments") return `Recorded without its arguments: they were ${withSpaces(rest)}.`;
  if (kind === "invalid") return `Not recorded: its ${withSpaces(rest)} is not valid.`;
  return `Another reason: ${withSpaces(reason)}.`;
}

const known = {
  "queue-full": "Too many events were waiting, so the oldest made room.",
  "storage-corrupt": "What the browser had stored was damaged.",
  "record-failed": "The event could not be recorded.",
  "arguments-not-json": "Recorded without its arguments: they could not be written down.",
  "arguments-malformed-text": "Recorded without its arguments: they contain malformed text.",
  "http-413": "The event alone was too large for the instance.",
  rejected: "The instance refused the event.",
  other: "Other reasons.",
} as const;

function splitFirst(reason: string): readonly [kind: string, rest: string] {
  const end = reason.indexOf("-");
  return end === -1 ? [reason, ""] : [reason.slice(0, end), reason.slice(end + 1)];
}

function withSpaces(code: string): string {
  return code.replaceAll("-", " ");
}
