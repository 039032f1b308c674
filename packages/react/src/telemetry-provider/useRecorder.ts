"use client";

import { noopRecorder, type TelemetryRecorder } from "@action-telemetry/telemetry";
import { useContext } from "react";
import { warnOnce } from "../warnings/warnOnce.ts";
import { TelemetryContext } from "./TelemetryContext.ts";

/**
 * The recorder of the nearest `TelemetryProvider`, or one that records nothing (with one warning in
 * development). For events of an application's own; executions of actions are logged by themselves.
 */
export function useRecorder(): TelemetryRecorder {
  const recorder = useContext(TelemetryContext);
  if (recorder !== undefined) return recorder;
  warnOnce(
    "no-telemetry-provider",
    "There is no TelemetryProvider above this component. Actions work, but nothing is logged. " +
      "Render <TelemetryProvider recorder={client.recorder}> around the application, or give it noopRecorder if that is intended.",
  );
  return noopRecorder;
}
