import type { JsonValue } from "@action-telemetry/event-schema";

/** A batch that was written from another protocol: `parseEventBatch` says whether it is one. */
export type UncheckedBatch = Readonly<Record<string, JsonValue>>;
