import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import type { Intake } from "../ingest/Intake.ts";
import { noteWork } from "../body/bodySize.ts";
import { mediaType, readBytes } from "../body/readBytes.ts";
import { storeBatches } from "../ingest/storeBatches.ts";
import { decodeLogs, type LogsFormat } from "./decodeLogs.ts";
import type { LogsAnswer } from "./encodeLogsAnswer.ts";
import { logsToBatches } from "./logsToBatches.ts";

/** An answer, and whether anything new was stored. */
export interface IngestedLogs extends LogsAnswer {
  readonly format: LogsFormat;
  readonly accepted: number;
}

/** What a record is as dear as, and a message of which it consists, in bytes: as many as they have in sound requests. */
const bytesOfRecord = 512;
const bytesOfMessage = 64;

const formatByType: ReadonlyMap<string | undefined, LogsFormat> = new Map([
  ["application/json", "json"],
  ["application/x-protobuf", "protobuf"],
]);

/**
 * Takes an export request, and answers once its events are committed. Never rejects.
 *
 * @param network - Where it comes from, if that is known: not kept.
 */
export async function ingestLogs(
  request: Request,
  intake: Intake,
  network?: string,
): Promise<Result<IngestedLogs, Refusal>> {
  const format = formatByType.get(mediaType(request));
  if (format === undefined) {
    const message = "Send logs as application/json or application/x-protobuf.";
    return { ok: false, error: { status: 415, code: "unsupported-media-type", message } };
  }
  const body = await readBytes(request);
  if (!body.ok) return body;
  const logs = decodeLogs(body.value, format, ({ records, messages }) =>
    noteWork(
      request,
      Math.max(body.value.length, records * bytesOfRecord, messages * bytesOfMessage),
    ),
  );
  if (!logs.ok) return logs;
  const now = intake.clock.now();
  const batches = logsToBatches(
    logs.value,
    new URL(request.url).origin,
    new Date(now).toISOString(),
  );
  const stored = await storeBatches(batches, intake, now, network);
  if (!stored.ok) return stored;
  const { accepted, refusals } = stored.value;
  const message = refusals[0] ?? "";
  return { ok: true, value: { format, accepted, rejected: refusals.length, message } };
}
