import type { ErrorReport, ReportFrame } from "./ErrorReport.ts";
import { identifier, isScriptFile, word } from "./patterns.ts";

const typeName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * Reads a report that came from another script, such as a content script, whose process a page may have taken over:
 * only what a report may say comes out of it.
 *
 * @returns undefined when it is none.
 */
export function parseReport(value: unknown): ErrorReport | undefined {
  const given = toRecord(value);
  const { id, time, type, fingerprint, handled, release, surface, script, codeHost, actionId } =
    given;
  const causes = toList(given["causes"], 8).filter((cause) => matches(cause, typeName));
  const frames = toList(given["frames"], 30).map(parseFrame);
  const isReport =
    matches(id, /^[0-9a-f]{32}$/) &&
    typeof time === "number" &&
    Number.isFinite(time) &&
    matches(type, typeName) &&
    matches(fingerprint, /^[0-9a-f]{8,64}$/) &&
    typeof handled === "boolean" &&
    [release, surface, script].every((text) => matches(text, word)) &&
    [codeHost, actionId].every((text) => text === undefined || matches(text, identifier)) &&
    frames.every((frame) => frame !== undefined);
  if (!isReport) return undefined;
  return {
    ...({ id, time, type, fingerprint, handled, release, surface, script } as ErrorReport),
    ...(codeHost !== undefined && { codeHost: codeHost as string }),
    ...(actionId !== undefined && { actionId: actionId as string }),
    causes,
    frames: frames as readonly ReportFrame[],
  };
}

function parseFrame(value: unknown): ReportFrame | undefined {
  const { file, line, column } = toRecord(value);
  const isSound =
    typeof file === "string" && isScriptFile(file) && isPlace(line) && isPlace(column);
  return isSound ? { file, line, column } : undefined;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 10_000_000;
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function toList(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
