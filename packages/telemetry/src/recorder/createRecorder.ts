import { completionEventName } from "@action-telemetry/event-schema";
import { createEventIds } from "../identity/createEventIds.ts";
import type { Clock } from "../platform/Clock.ts";
import type { RandomBytes } from "../platform/systemRandom.ts";
import type { QueueRow } from "../queue/QueueStore.ts";
import { isArgumentsDrop } from "./ArgumentsDrop.ts";
import type { ArgumentsPolicy } from "./ArgumentsPolicy.ts";
import type { CompleteAction, EventDetails, TelemetryRecorder } from "./TelemetryRecorder.ts";
import type { RawEnding } from "./writeEnding.ts";
import { writeEvent } from "./writeEvent.ts";

/** What the recorder needs of its surroundings. */
export interface RecorderOptions {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Whether to record at all: not when consent is denied or the client is closed. */
  readonly isOn: () => boolean;
  /** Whether arguments may be recorded. Default: yes. */
  readonly allowArguments?: ArgumentsPolicy | undefined;
  /** Whether executions are followed by completion events. */
  readonly outcomes: boolean;
  /** Another value whenever everything was erased: an execution before is not spoken of after. */
  readonly era: () => object | undefined;
  readonly add: (row: QueueRow) => void;
  readonly drop: (reason: string) => void;
}

/** Makes the recorder that components see. It counts what it cannot record, and never throws. */
export function createRecorder(options: RecorderOptions): TelemetryRecorder {
  const { clock, random, isOn, add, drop, allowArguments, outcomes, era } = options;
  const createId = createEventIds(random);
  let lastTime: number | undefined;
  let stamp = "";

  function record(name: unknown, details: EventDetails, ending?: RawEnding): string | undefined {
    const time = clock.now();
    if (time !== lastTime) {
      stamp = new Date(time).toISOString();
      lastTime = time;
    }
    const id = createId(time);
    const text = writeEvent(id, stamp, name, details, drop, ending, allowArguments);
    if (text === undefined) return undefined;
    add({ id, text });
    return id;
  }

  function attempt<T>(run: () => T): T | undefined {
    try {
      if (isOn()) return run();
    } catch {
      drop("record-failed");
    }
    return undefined;
  }

  function follow(of: string): CompleteAction {
    const startedAt = clock.now();
    let begun: object | null | undefined = era();
    return (outcome) => {
      if (begun !== era()) return;
      begun = null;
      attempt(() =>
        record(completionEventName, {}, { outcome, durationMs: clock.now() - startedAt, of }),
      );
    };
  }

  return {
    recordAction: (execution) =>
      attempt(() => {
        const { actionId, argumentsDropped } = execution;
        if (isArgumentsDrop(argumentsDropped)) drop(argumentsDropped);
        const id = record(actionId, execution);
        return outcomes && id !== undefined ? follow(id) : undefined;
      }),
    recordEvent(name, details = {}) {
      attempt(() => record(name, details));
    },
  };
}
