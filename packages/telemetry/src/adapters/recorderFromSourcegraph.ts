import type { JsonValue } from "@action-telemetry/event-schema";
import type { TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";
import { toActionName } from "../transport/sourcegraph/toActionName.ts";
import type { AdapterOptions } from "./AdapterOptions.ts";
import { createAdapter } from "./createAdapter.ts";

/** The part of a recorder of `@sourcegraph/telemetry` that is used. */
export interface SourcegraphRecorder {
  recordEvent(
    feature: string,
    action: string,
    parameters: { readonly privateMetadata: { [key: string]: JsonValue } },
  ): unknown;
}

/** What an adapter for `@sourcegraph/telemetry` may be told. */
export interface SourcegraphAdapterOptions extends AdapterOptions {
  /** Whether IDs travel as private metadata alone, under the action `executed`. Default: false. */
  readonly privateIds?: boolean;
}

/**
 * Makes a recorder of a recorder of `@sourcegraph/telemetry`: each event has the feature `action`, the
 * ID as action where it fits, and everything else as private metadata.
 *
 * @param recorder - What `TelemetryRecorderProvider.getRecorder()` returns.
 * @example
 * <TelemetryProvider recorder={recorderFromSourcegraph(provider.getRecorder())}>…</TelemetryProvider>
 */
export function recorderFromSourcegraph(
  recorder: SourcegraphRecorder,
  options: SourcegraphAdapterOptions = {},
): TelemetryRecorder {
  const { privateIds = false } = options;
  return createAdapter(({ name, time: _time, ...details }) => {
    const privateMetadata = { action: name, ...details };
    return recorder.recordEvent("action", toActionName(name, privateIds), { privateMetadata });
  }, options);
}
