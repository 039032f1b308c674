import React from "react";
import { useRecordedEvents } from "./useRecordedEvents.ts";

/** The panel's tab: its name, and how many events there are. */
export function TelemetryPanelTitle() {
  const { length } = useRecordedEvents();
  return <span>Telemetry{length > 0 ? ` (${length})` : ""}</span>;
}
