import { type ActionId, isEventId, type TelemetryEvent } from "@action-telemetry/event-schema";
import {
  type Clock,
  createEventIds,
  systemRandom,
  type TelemetryInputs,
  type TelemetryRecorder,
} from "@action-telemetry/telemetry";
import type { RecordInput } from "../../messages/RecordInput.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { HeldEvent, HeldEvents } from "./createHeldEvents.ts";

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
export interface IntakeOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  readonly held: HeldEvents;
  readonly clock: Pick<Clock, "now">;
  /** Asks the instance how visible a repository is. */
  readonly readVisibility: (repository: string) => Promise<TelemetryInputs["repositoryVisibility"]>;
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
  const { settings, policy, client, held, clock, onRecord } = options;
  const createId = createEventIds(systemRandom);
  let turn: Promise<void> = Promise.resolve();
  let released = "";

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
    const one = identify(input);
    onRecord();
    const isKept = client.consent === "unknown" && (await held.add(one));
    if (!isKept) await deliver(one, options);
    // While it was put there, consent may have become known.
    else if (client.consent !== "unknown") void release();
    return true;
  }

  /** Goes through what is held: nothing is let go of before it is stored. */
  function release(): Promise<void> {
    turn = turn.then(async () => {
      await held.remove(({ instanceURL }) => policy.decide(instanceURL).state === "denied");
      for (const one of await held.list()) {
        const { instanceURL, enabled } = settings.getSnapshot() ?? {};
        const isDue = enabled === true && one.instanceURL === instanceURL;
        if (!isDue || client.consent !== "granted") continue;
        await deliver(one, options);
        await held.remove(({ event }) => event.id === one.event.id);
      }
    });
    return turn;
  }

  function follow(): void {
    const { instanceURL, enabled } = settings.getSnapshot() ?? {};
    const now = JSON.stringify([client.consent, instanceURL, enabled]);
    if (now === released || client.consent === "unknown") return;
    released = now;
    void release();
  }

  client.subscribe(follow);
  return {
    take,
    recorder: {
      recordAction({ actionId, ...details }) {
        void take({ name: actionId as string as ActionId, ...(details as object) });
      },
      recordEvent(name, details) {
        void take({ name: name as string as ActionId, ...(details as object) });
      },
    },
  };
}

/** Hands an event to the client; resolves when it is stored, or may not be. */
async function deliver(one: HeldEvent, options: IntakeOptions): Promise<void> {
  const { policy, client, readVisibility } = options;
  const at = client.current;
  await policy.ready;
  if (!(await mayHear())) return;
  // It was meant for the instance that was connected when it happened.
  if (at !== undefined && at === client.current) await at.adopt(one.event, one.argumentsDropped);

  /** Under a strict policy the public instance only hears of repositories that it knows to be public. */
  async function mayHear(): Promise<boolean> {
    const { instanceURL, repository } = one;
    const decide = policy.decide.bind(undefined, instanceURL);
    if (decide("unknown").state === decide().state) return true;
    return repository !== undefined && decide(await readVisibility(repository)).state !== "denied";
  }
}

/** The time in front of an ID, in milliseconds since 1970. */
function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
