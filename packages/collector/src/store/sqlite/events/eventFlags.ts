import type { Outcome } from "@action-telemetry/event-schema";
import type { EventRecord } from "../../EventRecord.ts";
import { encodeFlags } from "../../flags.ts";

/** The bit that says the event is a completion. */
export const completionFlag = 256;

const argumentsFlag = 16;
const outcomeFactor = 32;
const durationFlag = 128;

/** In the order of their numbers in two bits, which begin at 1. */
const outcomes: readonly Outcome[] = ["succeeded", "failed", "cancelled"];

/** Everything that a flag says is there. */
export const detailFlags = argumentsFlag | (3 * outcomeFactor) | durationFlag | completionFlag;

/** Packs what `encodeFlags` does, and what else there is, into one small number. */
export function encodeEventFlags(
  event: Parameters<typeof encodeFlags>[0] &
    Pick<EventRecord, "arguments" | "outcome" | "durationMs" | "of">,
): number {
  return (
    encodeFlags(event) |
    (event.arguments === undefined ? 0 : argumentsFlag) |
    (event.outcome === undefined ? 0 : (outcomes.indexOf(event.outcome) + 1) * outcomeFactor) |
    (event.durationMs === undefined ? 0 : durationFlag) |
    (event.of === undefined ? 0 : completionFlag)
  );
}

/** What else there is. */
export function detailsIn(flags: number): {
  readonly hasArguments: boolean;
  readonly outcome: Outcome | undefined;
  readonly hasDuration: boolean;
  readonly isCompletion: boolean;
} {
  return {
    hasArguments: (flags & argumentsFlag) !== 0,
    outcome: outcomes[((flags / outcomeFactor) & 3) - 1],
    hasDuration: (flags & durationFlag) !== 0,
    isCompletion: (flags & completionFlag) !== 0,
  };
}
