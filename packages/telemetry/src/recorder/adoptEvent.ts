import type { TelemetryEvent } from "@action-telemetry/event-schema";
import type { ArgumentsDrop } from "./ArgumentsDrop.ts";
import type { RecorderOptions } from "./createRecorder.ts";
import { writeEvent } from "./writeEvent.ts";

/**
 * Takes an event that was recorded elsewhere, with the ID and time that it has, if anything may be recorded.
 *
 * @param argumentsDropped - Why it has no arguments although some were opted in to: counted.
 */
export function adoptEvent(
  event: TelemetryEvent,
  argumentsDropped: ArgumentsDrop | undefined,
  { isOn, allowArguments, add, drop }: RecorderOptions,
): void {
  if (!isOn()) return;
  const { id, time, name } = event;
  const text = writeEvent(id, time, name, event, drop, event, allowArguments);
  if (argumentsDropped) drop(argumentsDropped);
  if (text) add({ id, text });
}
