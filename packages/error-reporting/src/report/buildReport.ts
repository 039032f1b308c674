import type { ErrorReport, ReportFacts } from "./ErrorReport.ts";
import { hashText } from "./hashText.ts";
import { identifier } from "./patterns.ts";
import { readCauses } from "./readCauses.ts";
import { readErrorType } from "./readErrorType.ts";
import { readFrames, type OwnScripts } from "./readFrames.ts";

/** What a report is built with. */
export interface ReportContext {
  readonly facts: ReportFacts;
  readonly scripts: OwnScripts;
  /** Names of the application's own error classes. */
  readonly errorTypes: ReadonlySet<string>;
  readonly now: () => number;
  /** Makes 32 random hexadecimal digits. */
  readonly createId: () => string;
}

/** What is known of an error besides itself. */
export interface ErrorCircumstances {
  readonly handled: boolean;
  readonly actionId?: string | undefined;
}

/**
 * Builds what is said of an error.
 *
 * @throws whatever reading it throws, for it may be a proxy or have getters: then nothing is said.
 */
export function buildReport(
  thrown: unknown,
  { handled, actionId }: ErrorCircumstances,
  { facts, scripts, errorTypes, now, createId }: ReportContext,
): ErrorReport {
  const type = readErrorType(thrown, errorTypes);
  const frames = readFrames(thrown, scripts);
  const action = actionId !== undefined && identifier.test(actionId) ? actionId : undefined;
  const [top] = frames;
  const where = top === undefined ? "" : `${top.file}:${top.line}:${top.column}`;
  const identity = [facts.release, facts.script, type, where, action ?? ""].join("\n");
  return {
    ...facts,
    id: createId(),
    time: now(),
    type,
    causes: readCauses(thrown, errorTypes),
    frames,
    fingerprint: hashText(identity, 2),
    handled,
    ...(action !== undefined && { actionId: action }),
  };
}
