import type { Result } from "@action-telemetry/event-schema";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { limits } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { awaitTurn } from "./awaitTurn.ts";
import { readLimited } from "./readLimited.ts";

/** The most that a compressed body may inflate to, in bytes. */
export const inflatedBytes = 5 * 1_048_576;

const inflateByEncoding: ReadonlyMap<string, Inflate> = new Map([
  ["gzip", promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)],
  ["deflate", promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)],
  ["br", promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress)],
]);

type Inflate = (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const tooLarge: Refusal = {
  status: 413,
  code: "body-too-large",
  message: `Send at most ${limits.batchBytes} bytes, which inflate to at most ${inflatedBytes}. Split the batch.`,
};

/** Reads a body: checks its encoding before it reads, stops reading at the limit, and inflates no further than the limit. */
export async function readBytes(request: Request): Promise<Result<Buffer, Refusal>> {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  const inflateBody = inflateByEncoding.get(encoding);
  if (inflateBody === undefined && encoding !== "identity") {
    const message = "Use one content encoding: gzip, deflate, br, or none.";
    return refuse(415, "unsupported-encoding", message);
  }
  const body = await readLimited(request, limits.batchBytes, tooLarge);
  if (!body.ok) return body;
  try {
    const bytes = inflateBody
      ? await inflateBody(body.value, { maxOutputLength: inflatedBytes })
      : body.value;
    await awaitTurn(bytes.length);
    return { ok: true, value: bytes };
  } catch (error) {
    if (isErrorWithCode(error, "ERR_BUFFER_TOO_LARGE")) return { ok: false, error: tooLarge };
    return refuse(400, "malformed-body", `The body is not valid ${encoding}.`);
  }
}

/** The media type of a body, without its parameters. */
export function mediaType(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function refuse(status: Refusal["status"], code: string, message: string) {
  return { ok: false, error: { status, code, message } } as const;
}
