import type { BatchHeader, ClientInfo, EventBatch } from "./EventBatch.ts";
import type { Result } from "./Result.ts";
import { isActionId } from "./isActionId.ts";
import { isDropReason } from "./isDropReason.ts";
import { isInstanceURL } from "./isInstanceURL.ts";
import { isTimestamp } from "./isTimestamp.ts";
import { droppedReasons, versionLength } from "./limits.ts";

/** Why a whole batch is refused. The message names a field, never a value, and is safe to send back. */
export interface BatchError {
  readonly code:
    | "not-an-object"
    | "unsupported-version"
    | "unknown-field"
    | "invalid-field"
    | "too-many-events";
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

const versionPattern = /^[A-Za-z0-9][A-Za-z0-9.+_-]*$/;

const batchKeys: Readonly<Record<keyof EventBatch, true>> = {
  version: true,
  sentAt: true,
  source: true,
  anonymizedUserId: true,
  sourcegraphURL: true,
  platform: true,
  client: true,
  dropped: true,
  events: true,
};

/**
 * Checks everything of a batch but its events, and copies it. An unknown field refuses the batch, as
 * it does an event.
 */
export function parseBatchHeader(value: unknown): Result<BatchHeader, BatchError> {
  if (!isObject(value)) return refuse("not-an-object", "A batch must be a JSON object.");
  const { version, sentAt, source, anonymizedUserId, sourcegraphURL, platform } = value;
  if (!isVersion(version)) return refuse("unsupported-version", "version must be 1.");
  if (!Object.keys(value).every((key) => Object.hasOwn(batchKeys, key))) {
    return refuse("unknown-field", "The batch has a field that the event catalogue does not list.");
  }
  if (!isTimestamp(sentAt)) return invalid("sentAt", "a moment in UTC (ISO 8601)");
  if (!isActionId(source)) return invalid("source", "an identifier such as WEB");
  if (!isActionId(anonymizedUserId)) return invalid("anonymizedUserId", "a random identifier");
  if (!isInstanceURL(sourcegraphURL)) return invalid("sourcegraphURL", "an http or https URL");
  if (!isActionId(platform)) return invalid("platform", "an identifier such as web");
  const client = parseClient(value["client"]);
  if (client === undefined) return invalid("client", "an object of name and version");
  const header: BatchHeader = {
    version,
    sentAt,
    source,
    anonymizedUserId,
    sourcegraphURL,
    platform,
    client,
  };
  if (value["dropped"] === undefined) return { ok: true, value: header };
  const dropped = parseDropped(value["dropped"]);
  if (dropped === undefined) return invalid("dropped", "an object from reasons to counts above 0");
  return { ok: true, value: { ...header, dropped } };
}

function isVersion(value: unknown): value is 1 {
  return value === 1;
}

function parseClient(value: unknown): ClientInfo | undefined {
  if (!isObject(value)) return undefined;
  const { name, version } = value;
  if (!isActionId(name) || !isClientVersion(version)) return undefined;
  return Object.keys(value).length === 2 ? { name, version } : undefined;
}

/** Whether a value may stand as `client.version`: 1 to 64 letters, digits and `.+_-`. */
export function isClientVersion(value: unknown): value is string {
  return typeof value === "string" && value.length <= versionLength && versionPattern.test(value);
}

function parseDropped(value: unknown): Readonly<Record<string, number>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > droppedReasons) return undefined;
  const sound = entries.every(([reason, count]) => isDropReason(reason) && isCount(count));
  return sound ? (Object.fromEntries(entries) as Record<string, number>) : undefined;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(field: keyof EventBatch, expected: string) {
  return refuse("invalid-field", `${field} must be ${expected}.`);
}

function refuse(code: BatchError["code"], message: string) {
  return { ok: false, error: { code, message } } as const;
}
