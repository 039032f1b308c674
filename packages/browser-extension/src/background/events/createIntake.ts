import { isEventId, type TelemetryEvent } from "@action-telemetry/event-schema";
import {
  type Clock,
  createEventIds,
  systemRandom,
  type TelemetryRecorder,
} from "@action-telemetry/telemetry";
import type { Fields } from "../../messages/readFields.ts";
import { type RecordInput, readRecordInput } from "../../messages/RecordInput.ts";
import type { HeldEvent } from "./createHeldEvents.ts";
import { releaseHeld, type ReleaseOptions } from "./releaseHeld.ts";

/** The one way by which events come to the client of the connected instance. */
export interface EventIntake {
  /**
   * Takes an event. Resolves, to whether the extension is switched on, when the end of the worker cannot
   * lose it any more: who does not hear that tells it again, and by its ID it counts once.
   */
  take(input: RecordInput): Promise<boolean>;
  /** The same for the worker's own code. */
  readonly recorder: TelemetryRecorder;
}

/** What the intake works with. */
export interface IntakeOptions extends ReleaseOptions {
  readonly clock: Pick<Clock, "now">;
  /** Is called before an event is stored, which may have to be sent by a later worker. */
  readonly onRecord: () => void;
}

/** How far the time in an ID may be from the worker's clock, in milliseconds. */
const tolerance = 600_000;

/**
 * Makes the intake. Until consent is known, events wait in the browser's memory; a denial erases them
 * there, and with consent they go on into the queue.
 */
export function createIntake(options: IntakeOptions): EventIntake {
  const { settings, client, held, deliver, clock, onRecord } = options;
  const createId = createEventIds(systemRandom);
  const release = releaseHeld(options);

  function identify({ id, repository, argumentsDropped, ...details }: RecordInput): HeldEvent {
    const now = clock.now();
    const isOwn = isEventId(id) && Math.abs(timeOf(id) - now) <= tolerance;
    const event: TelemetryEvent = {
      ...details,
      id: isOwn ? id : createId(now),
      time: new Date(now).toISOString(),
    };
    const instanceURL = settings.getSnapshot()?.instanceURL ?? "";
    return { event, instanceURL, repository, argumentsDropped };
  }

  async function take(input: RecordInput): Promise<boolean> {
    if (settings.getSnapshot()?.enabled !== true) return false;
    if (client.consent === "denied") return true;
    const one = identify(input);
    onRecord();
    const isHeld = client.consent === "unknown" && (await held.add(one));
    if (!isHeld) await deliver(one);
    else if (client.consent !== "unknown") void release();
    return true;
  }

  function record(fields: Fields): void {
    const input = readRecordInput(fields);
    if (input !== undefined) void take(input);
  }

  return {
    take,
    recorder: {
      recordAction: ({ actionId, ...details }) => record({ ...details, name: actionId }),
      recordEvent: (name, details) => record({ ...details, name }),
    },
  };
}

/** The time in front of an ID, in milliseconds since 1970. */
function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
