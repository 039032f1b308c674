import type { Outcome } from "@action-telemetry/event-schema";

/** Outcomes are stored as their place in this list, which may only grow. */
export const outcomes: readonly Outcome[] = ["succeeded", "failed", "cancelled"];
