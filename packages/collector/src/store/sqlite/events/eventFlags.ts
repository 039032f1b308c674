import type { Outcome } from "@action-telemetry/event-schema";
import type { ClockVerdict, EventRecord } from "../../EventRecord.ts";

/** The bit that says a script made the gesture. */
export const untrustedFlag = 2;

/** The bit that says the event is a completion. */
export const completionFlag = 256;

const altFlag = 1;
const futureFlag = 4;
const pastFlag = 8;
const argumentsFlag = 16;
const outcomeFactor = 32;
const durationFlag = 128;

/** In the order of their numbers in two bits, which begin at 1. */
const outcomes: readonly Outcome[] = ["succeeded", "failed", "cancelled"];

/** Everything that a flag says is there. */
export const detailFlags = argumentsFlag | (3 * outcomeFactor) | durationFlag | completionFlag;

type Flags = Pick<EventRecord, "alt" | "trusted" | "clock">;

/** Packs what is rarely set, and what else there is, into one small number. */
export function encodeFlags(
  event: Flags & Pick<EventRecord, "arguments" | "outcome" | "durationMs" | "of">,
): number {
  return (
    (event.alt ? altFlag : 0) |
    (event.trusted ? 0 : untrustedFlag) |
    (event.clock === "future" ? futureFlag : event.clock === "past" ? pastFlag : 0) |
    (event.arguments === undefined ? 0 : argumentsFlag) |
    (event.outcome === undefined ? 0 : (outcomes.indexOf(event.outcome) + 1) * outcomeFactor) |
    (event.durationMs === undefined ? 0 : durationFlag) |
    (event.of === undefined ? 0 : completionFlag)
  );
}

/** The reverse of `encodeFlags`, as far as flags say all. */
export function decodeFlags(flags: number): Flags {
  const clock: ClockVerdict = flags & futureFlag ? "future" : flags & pastFlag ? "past" : "kept";
  return { alt: (flags & altFlag) !== 0, trusted: (flags & untrustedFlag) === 0, clock };
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
