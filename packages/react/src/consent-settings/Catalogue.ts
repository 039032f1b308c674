import type { eventCatalogue } from "@action-telemetry/telemetry";

/** What may be recorded, as `@action-telemetry/telemetry` describes it. */
export type Catalogue = typeof eventCatalogue;
