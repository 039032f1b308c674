import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";

/**
 * Reads a body as far as a limit. Believes `Content-Length` only as a reason to refuse; otherwise counts what arrives.
 *
 * @param most - In bytes.
 */
export async function readLimited(
  request: Request,
  most: number,
  tooLarge: Refusal = {
    status: 413,
    code: "body-too-large",
    message: `Send at most ${most} bytes.`,
  },
): Promise<Result<Buffer, Refusal>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) {
    return { ok: false, error: tooLarge };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop early cancels the stream, so that the rest is never buffered.
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > most) return { ok: false, error: tooLarge };
      chunks.push(chunk);
    }
  } catch {
    const error = {
      status: 400,
      code: "incomplete-body",
      message: "The body ended early.",
    } as const;
    return { ok: false, error };
  }
  return { ok: true, value: Buffer.concat(chunks, size) };
}
