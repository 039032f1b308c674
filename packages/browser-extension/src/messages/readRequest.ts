import { parseReport } from "@action-telemetry/error-reporting";
import { readCodePosition } from "./CodePosition.ts";
import { readCommandInput } from "./CommandInput.ts";
import { isPartName } from "./PartName.ts";
import { type Fields, isText, readFields } from "./readFields.ts";
import { readRecordInput } from "./RecordInput.ts";
import type { InputOf, RequestKind } from "./Requests.ts";
import { readSettingsChange } from "./SettingsChange.ts";

/** A request whose input was checked and copied. */
export type CheckedRequest = {
  readonly [K in RequestKind]: { readonly kind: K; readonly input: InputOf<K> };
}[RequestKind];

type Reader<K extends RequestKind> = (fields: Fields) => InputOf<K> | undefined;

const readNothing = () => ({});

const readers: { readonly [K in RequestKind]: Reader<K> } = {
  record: readRecordInput,
  hover: readCodePosition,
  definition: readCodePosition,
  references: readCodePosition,
  repository: ({ name }) => (isText(name, 1024) ? { name } : undefined),
  command: readCommandInput,
  load: ({ part }) => (isPartName(part) ? { part } : undefined),
  checkSession: readNothing,
  openOptions: readNothing,
  reportError({ report: given }) {
    const report = parseReport(given);
    return report && { report };
  },
  readSettings: readNothing,
  writeSettings: readSettingsChange,
  checkInstance: ({ url }) => (isText(url, 2048) ? { url } : undefined),
  inspect: readNothing,
  erase: readNothing,
  flush: readNothing,
};

/** Which kind of request a message is; `undefined` for anything else. */
export function readRequestKind(message: unknown): RequestKind | undefined {
  const { kind } = readFields(message);
  return typeof kind === "string" && Object.hasOwn(readers, kind)
    ? (kind as RequestKind)
    : undefined;
}

/**
 * Checks a message and copies what it may say; `undefined` when it is malformed. Fields that are not
 * known are left behind.
 */
export function readRequest(message: unknown): CheckedRequest | undefined {
  const kind = readRequestKind(message);
  if (kind === undefined) return undefined;
  const input = readers[kind](readFields(message));
  return input === undefined ? undefined : ({ kind, input } as CheckedRequest);
}
