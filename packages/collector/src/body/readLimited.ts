import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";

/**
 * Reads a body as far as a limit. A body of a declared length within the limit is read as a whole, for the server lets no
 * more of it in than was declared, and that takes half the time; otherwise what arrives is counted.
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
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > most) return { ok: false, error: tooLarge };
  try {
    const body =
      declared === null
        ? await readChunks(request, most)
        : Buffer.from(await request.arrayBuffer());
    return body === undefined || body.byteLength > most
      ? { ok: false, error: tooLarge }
      : { ok: true, value: body };
  } catch {
    const error = {
      status: 400,
      code: "incomplete-body",
      message: "The body ended early.",
    } as const;
    return { ok: false, error };
  }
}

/** Nothing, if there is more than `most`. */
async function readChunks(request: Request, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream, so that the rest is never buffered.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
