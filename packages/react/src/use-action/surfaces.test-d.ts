import type { Surface } from "@action-telemetry/actions";
import type { EventDetails, TelemetryRecorder } from "@action-telemetry/telemetry";

/** The surfaces that a type calls by name. */
type Named<Surfaces> = Surfaces extends string
  ? string extends Surfaces
    ? never
    : Surfaces
  : never;
type Run = Named<Surface>;
type Recorded = Named<EventDetails["surface"]>;

declare const recorder: TelemetryRecorder;
declare const run: Run;
declare const recorded: Recorded;

// What runs actions and what records them know the same surfaces …
export const runs: readonly Run[] = [recorded];
export const records: readonly Recorded[] = [run];
// … not just any text …
// @ts-expect-error -- No surface that either knows.
export const unknown: Run & Recorded = "sidebar";
// … and applications have their own.
recorder.recordEvent("hover", { surface: "sidebar" });
