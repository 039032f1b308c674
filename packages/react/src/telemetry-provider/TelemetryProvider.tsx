"use client";

import type { TelemetryRecorder } from "@action-telemetry/telemetry";
import type { ReactElement, ReactNode } from "react";
import { TelemetryContext } from "./TelemetryContext.ts";

/**
 * Says where executions below it are logged. The nearest provider wins; without one everything works
 * and nothing is logged.
 * Renders no element.
 * Records nothing itself.
 *
 * @example
 * ```tsx
 * <TelemetryProvider recorder={client.recorder}>
 *   <ActionsProvider registry={registry}>…</ActionsProvider>
 * </TelemetryProvider>
 * ```
 */
export function TelemetryProvider({ recorder, children }: TelemetryProviderProps): ReactElement {
  return <TelemetryContext.Provider value={recorder}>{children}</TelemetryContext.Provider>;
}

/** The props of {@link TelemetryProvider}. */
export interface TelemetryProviderProps {
  /** Of a telemetry client, or of a test. */
  readonly recorder: TelemetryRecorder;
  readonly children?: ReactNode;
}
