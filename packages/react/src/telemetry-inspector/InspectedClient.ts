import type { TelemetryClient } from "@action-telemetry/telemetry";

/** What the inspector needs of a telemetry client, which may well be in another process. */
export type InspectedClient = Pick<TelemetryClient, "inspect" | "subscribe" | "flush" | "erase">;
