import { fromBinary, fromJson, toJson } from "@bufbuild/protobuf";
import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { decodeText } from "../body/decodeText.ts";
import { parseJson } from "../body/parseJson.ts";
import { countMessages, countObjects, type MessageCount } from "./countMessages.ts";
import { logsRequest } from "./logsMessages.ts";
import type { LogsRequest } from "./LogsRequest.ts";

/** How deep a request may nest: five levels for each of an attribute's own. */
const maxDepth = 64;

/** How a request is written. */
export type LogsFormat = "json" | "protobuf";

/** The most records of a request: more than batch processors send. */
const mostRecords = 10_000;

/** The most messages that they may consist of: seven attributes each, of two messages. */
const mostMessages = 150_000;

const tooMany: Refusal = {
  status: 413,
  code: "too-many-records",
  message: `Send at most ${mostRecords} records with ${mostMessages} messages in all. Split the request.`,
};

/**
 * Reads a request of OTLP/HTTP. What it says besides events is passed over, as the protocol asks.
 *
 * @param onCount - Is told what a request consists of before it is read.
 */
export function decodeLogs(
  body: Uint8Array,
  format: LogsFormat,
  onCount: (count: MessageCount) => void,
): Result<LogsRequest, Refusal> {
  const isTooMuch = (count: MessageCount) => {
    onCount(count);
    return count.records > mostRecords || count.messages > mostMessages;
  };
  try {
    if (format === "protobuf") {
      if (isTooMuch(countMessages(body))) return { ok: false, error: tooMany };
      return toRequest(fromBinary(logsRequest, body, { readUnknownFields: false }));
    }
    const text = decodeText(body);
    if (!text.ok) return text;
    const json = parseJson(text.value, maxDepth);
    if (!json.ok) return refuse(json.error, "The body is not JSON of an export request.");
    if (isTooMuch(countObjects(json.value))) return { ok: false, error: tooMany };
    return toRequest(fromJson(logsRequest, json.value as never, { ignoreUnknownFields: true }));
  } catch {
    return refuse("malformed-body", "The body is not an ExportLogsServiceRequest.");
  }
}

function toRequest(message: ReturnType<typeof fromBinary>) {
  return { ok: true, value: toJson(logsRequest, message) as LogsRequest } as const;
}

function refuse(code: string, message: string) {
  return { ok: false, error: { status: 400, code, message } } as const;
}
