import type { TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";
import { toAttributes } from "../transport/otlp/toAttributes.ts";
import type { AdapterOptions } from "./AdapterOptions.ts";
import { createAdapter } from "./createAdapter.ts";

/** The value of an attribute, as OpenTelemetry's types have it. */
export type LogValue = string | number | boolean | null | LogValue[] | { [name: string]: LogValue };

/** The part of a logger of OpenTelemetry that is used. */
export interface OpenTelemetryLogger {
  emit(record: {
    readonly eventName: string;
    /** Milliseconds since 1970. */
    readonly timestamp: number;
    readonly attributes: { [name: string]: LogValue };
  }): unknown;
}

/**
 * Makes a recorder of an OpenTelemetry logger: each event is a log record with an event name, and with
 * the attributes that the OTLP transport gives it.
 *
 * @param logger - What `logs.getLogger(name)` returns.
 * @example
 * const recorder = recorderFromOpenTelemetry(logs.getLogger("actions"));
 */
export function recorderFromOpenTelemetry(
  logger: OpenTelemetryLogger,
  options: AdapterOptions = {},
): TelemetryRecorder {
  return createAdapter((event) => {
    const attributes: { [name: string]: LogValue } = {};
    for (const [name, value] of Object.entries(toAttributes(event))) {
      if (value !== undefined) attributes[name] = value as LogValue;
    }
    const timestamp = Date.parse(event.time);
    return logger.emit({ eventName: event.name, timestamp, attributes });
  }, options);
}
