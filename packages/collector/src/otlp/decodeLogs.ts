import { fromBinary, fromJson, toJson } from "@bufbuild/protobuf";
import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { decodeText } from "../ingest/decodeText.ts";
import { parseJson } from "../ingest/parseJson.ts";
import { logsRequest } from "./logsMessages.ts";
import type { LogsRequest } from "./LogsRequest.ts";

/** How deep a request may nest: five levels for each of an attribute's own. */
const maxDepth = 64;

/** How a request is written. */
export type LogsFormat = "json" | "protobuf";

/** Reads a request of OTLP/HTTP. What it says besides events is passed over, as the protocol asks. */
export function decodeLogs(body: Uint8Array, format: LogsFormat): Result<LogsRequest, Refusal> {
  try {
    if (format === "protobuf") return toRequest(fromBinary(logsRequest, body));
    const text = decodeText(body);
    if (!text.ok) return text;
    const json = parseJson(text.value, maxDepth);
    if (!json.ok) return refuse(json.error, "The body is not JSON of an export request.");
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
