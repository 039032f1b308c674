import type { ActionId, EventBatch } from "@action-telemetry/event-schema";
import { createTelemetryClient } from "../createTelemetryClient.ts";
import { createMemoryStorage } from "../queue/createMemoryStorage.ts";
import type { TelemetryStorage } from "../queue/QueueStore.ts";
import type {
  LifecycleListener,
  TelemetryClient,
  TelemetryClientOptions,
} from "../TelemetryClient.ts";
import { createInstanceTransport } from "../transport/createInstanceTransport.ts";
import { createManualClock, type ManualClock } from "./createManualClock.ts";
import {
  createScriptedFetch,
  type ScriptedAnswer,
  type ScriptedFetch,
} from "./createScriptedFetch.ts";

/** A client on a manual clock, and everything it touches. */
export interface ClientFixture {
  readonly client: TelemetryClient;
  readonly clock: ManualClock;
  readonly storage: TelemetryStorage;
  readonly network: ScriptedFetch;
  /** The bodies of all requests, read. */
  readonly batches: () => readonly EventBatch[];
  /** The names of all events in all requests, in order. */
  readonly names: () => readonly string[];
  /** Records actions by their IDs. */
  readonly record: (...ids: readonly string[]) => void;
  /** The page hides, or ends. */
  readonly hide: (isEnd?: boolean) => void;
  /** The page or the network is back. */
  readonly comeBack: () => void;
}

/** What a fixture may be given instead of its own. */
export interface ClientFixtureOptions extends Partial<TelemetryClientOptions> {
  readonly answers?: readonly ScriptedAnswer[];
  readonly manualClock?: ManualClock;
}

/** Makes a client for this package's own tests: consent granted, everything accepted. */
export function createClientFixture(options: ClientFixtureOptions = {}): ClientFixture {
  const { answers = [], manualClock: clock = createManualClock(), ...given } = options;
  const { storage = createMemoryStorage() } = given;
  const network = createScriptedFetch(...answers);
  const page: { listener?: LifecycleListener } = {};
  const client = createTelemetryClient({
    instanceUrl: "https://instance.example",
    source: "WEB",
    platform: "web",
    client: { name: "fixture", version: "1.0.0" },
    consent: "granted",
    transport: createInstanceTransport({ fetch: network.fetch, clock }),
    clock,
    storage,
    lifecycle: (listener) => {
      page.listener = listener;
      return () => delete page.listener;
    },
    ...given,
  });
  const batches = () =>
    network.requests.map(({ init }) => JSON.parse(init.body ?? "") as EventBatch);
  return {
    client,
    clock,
    storage,
    network,
    batches,
    names: () => batches().flatMap(({ events }) => events.map(({ name }) => name)),
    record: (...ids) => {
      for (const actionId of ids) client.recorder.recordAction({ actionId: actionId as ActionId });
    },
    hide: (isEnd) => page.listener?.onHide(isEnd),
    comeBack: () => page.listener?.onReturn(),
  };
}
