import type { RejectedEvent } from "@action-telemetry/event-schema";

/** Reads which events an instance rejected; anything that is not a batch answer names none. */
export function parseBatchAnswer(text: string | undefined): readonly RejectedEvent[] {
  try {
    const { rejected } = JSON.parse(text ?? "") as { readonly rejected: readonly unknown[] };
    return rejected.filter(isRejectedEvent);
  } catch {
    return [];
  }
}

function isRejectedEvent(value: unknown): value is RejectedEvent {
  const { index, reason } = (value ?? {}) as {
    readonly index?: unknown;
    readonly reason?: unknown;
  };
  return Number.isSafeInteger(index) && typeof reason === "string";
}
