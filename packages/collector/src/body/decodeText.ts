import type { Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";

/** Reads bytes as UTF-8, and refuses what is none. */
export function decodeText(bytes: Uint8Array): Result<string, Refusal> {
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const message = "The body is not valid UTF-8.";
    return { ok: false, error: { status: 400, code: "malformed-body", message } };
  }
}
