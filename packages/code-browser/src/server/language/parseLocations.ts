import type { SourcePosition, SourceRange } from "../../api/SourceRange.ts";

/** A place as a language server names it. */
export interface ServerLocation {
  readonly uri: string;
  readonly range: SourceRange;
}

/** Reads a server's answer to a question for places: `Location`, `Location[]`, `LocationLink[]` or nothing. */
export function parseLocations(answer: unknown): ServerLocation[] {
  const items = Array.isArray(answer) ? answer : [answer];
  return items.map(parseLocation).filter((location) => location !== undefined);
}

function parseLocation(item: unknown): ServerLocation | undefined {
  if (!isRecord(item)) {
    return undefined;
  }
  const uri = item["targetUri"] ?? item["uri"];
  const range = parseRange(item["targetSelectionRange"] ?? item["range"]);
  return typeof uri === "string" && range !== undefined ? { uri, range } : undefined;
}

/** Reads a range of a server's answer; `undefined` when it is none. */
export function parseRange(value: unknown): SourceRange | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const start = parsePosition(value["start"]);
  const end = parsePosition(value["end"]);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function parsePosition(value: unknown): SourcePosition | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { line, character } = value;
  return typeof line === "number" && typeof character === "number"
    ? { line, character }
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
