import type { KeptError, KeptFrame } from "../store/KeptError.ts";

/** Writes an envelope for Sentry's protocol: from what was read, not from what was sent. */
export function writeErrorEnvelope(error: KeptError, sentAt: number): string {
  const { id, occurredAt, release, type, causes, fingerprint, handled, frames } = error;
  const event = {
    event_id: id,
    timestamp: occurredAt / 1000,
    platform: "javascript",
    level: "error",
    release,
    fingerprint: [fingerprint],
    tags: {
      surface: error.surface,
      script: error.script,
      ...(error.codeHost !== undefined && { "code-host": error.codeHost }),
      ...(error.action !== undefined && { action: error.action }),
    },
    exception: {
      values: [
        ...causes.map((cause) => ({ type: cause, value: "" })).toReversed(),
        {
          type,
          value: fingerprint,
          mechanism: { type: "generic", handled },
          ...(frames.length > 0 && { stacktrace: { frames: frames.map(toFrame).toReversed() } }),
        },
      ],
    },
  };
  const header = { event_id: id, sent_at: new Date(sentAt).toISOString() };
  return [header, { type: "event" }, event].map((part) => JSON.stringify(part)).join("\n");
}

function toFrame({ file, line, column }: KeptFrame) {
  return { filename: file, abs_path: file, lineno: line, colno: column, in_app: true };
}
