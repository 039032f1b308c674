import { create, toBinary } from "@bufbuild/protobuf";
import type { LogsFormat } from "./decodeLogs.ts";
import { logsResponse } from "./logsMessages.ts";

/** What became of an export request. */
export interface LogsAnswer {
  readonly rejected: number;
  /** Why the first of them was. Empty when nothing was rejected. */
  readonly message: string;
}

/** Writes the answer to an export request in the format that it came in. */
export function encodeLogsAnswer(answer: LogsAnswer, format: LogsFormat): Response {
  const { rejected, message } = answer;
  const headers = { "cache-control": "no-store" };
  if (format === "json") {
    const partialSuccess = { rejectedLogRecords: String(rejected), errorMessage: message };
    return Response.json(rejected === 0 ? {} : { partialSuccess }, { headers });
  }
  const partialSuccess = { rejectedLogRecords: BigInt(rejected), errorMessage: message };
  const body = toBinary(
    logsResponse,
    create(logsResponse, rejected === 0 ? {} : { partialSuccess }),
  );
  return new Response(new Uint8Array(body), {
    headers: { ...headers, "content-type": "application/x-protobuf" },
  });
}
