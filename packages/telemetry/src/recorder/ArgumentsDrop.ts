import type { ArgumentsRejection } from "@action-telemetry/event-schema";

/** Why what `logArguments` made was left out of an execution before it was recorded. */
export type ArgumentsDrop = ArgumentsRejection | "log-arguments-failed";

const pattern =
  /^(log-)?arguments-(not-json|too-deep|too-large|forbidden-key|malformed-text|failed)$/;

/** Whether a value is one of those reasons: a list, not a grammar, so that no text can pass for one. */
export function isArgumentsDrop(value: unknown): value is ArgumentsDrop {
  return typeof value === "string" && pattern.test(value);
}
