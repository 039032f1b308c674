import type { JsonValue } from "@action-telemetry/event-schema";
import type { TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";
import type { AdapterOptions } from "./AdapterOptions.ts";
import { createAdapter } from "./createAdapter.ts";

/** A function like Segment's `track`: the name of an event, and its properties. */
export type Track = (event: string, properties: { [name: string]: JsonValue }) => unknown;

/**
 * Makes a recorder of a `track` function, as Segment and those that imitate it have: the ID is the name
 * of the event, its circumstances are properties, and arguments stay below `arguments`.
 *
 * @example
 * const recorder = recorderFromTrack((event, properties) => analytics.track(event, properties));
 */
export function recorderFromTrack(track: Track, options: AdapterOptions = {}): TelemetryRecorder {
  return createAdapter(({ name, time: _time, ...properties }) => track(name, properties), options);
}
