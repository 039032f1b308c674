import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { decodeText } from "./decodeText.ts";
import { mediaType, readBytes } from "./readBytes.ts";

/** Reads a JSON body as text, within the limits of {@link readBytes}. */
export async function readBody(request: Request): Promise<Result<string, Refusal>> {
  if (mediaType(request) !== "application/json") {
    const message = "Send the batch as application/json.";
    return { ok: false, error: { status: 415, code: "unsupported-media-type", message } };
  }
  const body = await readBytes(request);
  return body.ok ? decodeText(body.value) : body;
}
