import type { TelemetryEvent } from "@action-telemetry/event-schema";
import { systemClock } from "../platform/systemClock.ts";
import { systemRandom } from "../platform/systemRandom.ts";
import { createRecorder } from "../recorder/createRecorder.ts";
import type { TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";
import type { AdapterOptions } from "./AdapterOptions.ts";

/**
 * Makes a recorder that hands every event, checked and copied as a client would send it, to a recorder
 * of another library. Whatever that one throws or rejects with changes nothing.
 *
 * @param emit - Hands on one event.
 */
export function createAdapter(
  emit: (event: TelemetryEvent) => unknown,
  options: AdapterOptions,
): TelemetryRecorder {
  const { clock = systemClock, random = systemRandom } = options;
  const drop = (reason: string): void => {
    try {
      options.onDrop?.(reason);
    } catch {
      // A listener that is broken must not harm what it listens to.
    }
  };
  return createRecorder({
    clock,
    random,
    isOn: options.isOn ?? (() => true),
    allowArguments: options.allowArguments,
    outcomes: options.outcomes === true,
    // What has been handed on is the other library's to erase.
    era: () => undefined,
    add: ({ text }) => {
      const returned = emit(JSON.parse(text) as TelemetryEvent);
      Promise.resolve(returned).catch(() => drop("record-failed"));
    },
    drop,
  });
}
