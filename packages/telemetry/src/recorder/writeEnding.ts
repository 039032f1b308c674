import { durationMs as longest, isEventId, isOutcome } from "@action-telemetry/event-schema";

/** The fields that only a completion event has, as anybody may have passed or stored them. */
export interface RawEnding {
  readonly outcome?: unknown;
  readonly durationMs?: unknown;
  readonly of?: unknown;
}

/**
 * Writes the fields of a completion event as the end of its JSON text: nothing for any other event,
 * `undefined` when they are unsound. A duration that cannot be, because a clock was set meanwhile, is
 * left out.
 */
export function writeEnding({ outcome, durationMs, of }: RawEnding): string | undefined {
  if (of === undefined) return "";
  if (!isOutcome(outcome) || !isEventId(of)) return undefined;
  const isDuration = typeof durationMs === "number" && durationMs >= 0 && durationMs <= longest;
  const duration = isDuration ? `,"durationMs":${durationMs}` : "";
  return `,"outcome":"${outcome}"${duration},"of":"${of}"`;
}
