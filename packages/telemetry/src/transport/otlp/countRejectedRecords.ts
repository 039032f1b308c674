import { batchEvents } from "@action-telemetry/event-schema";

const decimalPattern = /^\d{1,15}$/;

/**
 * Reads how many records a receiver has not taken, of its answer to a request it has otherwise
 * accepted (`partialSuccess`). Anything that is no such answer says none.
 */
export function countRejectedRecords(text: string | undefined): number {
  try {
    const { partialSuccess } = JSON.parse(text ?? "") as {
      readonly partialSuccess?: { readonly rejectedLogRecords?: unknown };
    };
    const count = partialSuccess?.rejectedLogRecords;
    // 64 bits are written in quotes, though not by everybody.
    const digits = typeof count === "number" ? `${count}` : count;
    if (typeof digits !== "string" || !decimalPattern.test(digits)) return 0;
    return Math.min(Number(digits), batchEvents);
  } catch {
    return 0;
  }
}
