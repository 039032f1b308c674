import type { Result } from "@action-telemetry/event-schema";
import { limits } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { awaitTurn } from "./awaitTurn.ts";
import { noteWork } from "./bodySize.ts";
import { inflatedBytes, inflateLimited, isInflatable } from "./inflateLimited.ts";
import { readLimited } from "./readLimited.ts";

const tooLarge: Refusal = {
  status: 413,
  code: "body-too-large",
  message: `Send at most ${limits.batchBytes} bytes, which inflate to at most ${inflatedBytes}. Split the batch.`,
};

/** Reads a body: checks its encoding before it reads, stops reading at the limit, and inflates no further than the limit. */
export async function readBytes(request: Request): Promise<Result<Buffer, Refusal>> {
  const encoding = contentEncoding(request);
  const isCompressed = encoding !== "identity";
  if (isCompressed && !isInflatable(encoding)) {
    const message = "Use one content encoding: gzip, deflate, br, or none.";
    return refuse(415, "unsupported-encoding", message);
  }
  const body = await readLimited(request, limits.batchBytes, tooLarge);
  if (!body.ok) return body;
  try {
    const bytes = isCompressed ? await inflateLimited(body.value, encoding) : body.value;
    if (bytes === undefined) return { ok: false, error: tooLarge };
    if (isCompressed) noteWork(request, bytes.length);
    await awaitTurn(bytes.length);
    return { ok: true, value: bytes };
  } catch {
    return refuse(400, "malformed-body", `The body is not valid ${encoding}.`);
  }
}

/** How a request says that its body is encoded; `identity` where it does not. */
export function contentEncoding(request: Request): string {
  return request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
}

/** The media type of a body, without its parameters. */
export function mediaType(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
}

function refuse(status: Refusal["status"], code: string, message: string) {
  return { ok: false, error: { status, code, message } } as const;
}
