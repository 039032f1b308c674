import type { CodeHostKind } from "@action-telemetry/code-hosts";

/**
 * A part of what runs in pages that is loaded when it is first needed.
 *
 * - `page`: everything that is shown on a page of a code host, but for these:
 * - `palette`: the command palette.
 * - `hover`: cards about words of code.
 * - `errors`: what reports errors of our own.
 * - a kind of code host: what reads its pages, and `page`.
 */
export type PartName = "page" | "palette" | "hover" | "errors" | CodeHostKind;

const names: ReadonlySet<unknown> = new Set<PartName>([
  "page",
  "palette",
  "hover",
  "errors",
  "github",
  "gitlab",
  "bitbucket-server",
  "bitbucket-cloud",
  "phabricator",
  "gerrit",
]);

/** Whether a value names a part. */
export function isPartName(value: unknown): value is PartName {
  return names.has(value);
}
