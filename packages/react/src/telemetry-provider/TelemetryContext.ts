import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import { createContext } from "react";

/** The recorder of the nearest `TelemetryProvider`; undefined where there is none. */
export const TelemetryContext = createContext<TelemetryRecorder | undefined>(undefined);
