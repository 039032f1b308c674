import {
  createMemoryStorage,
  createMemoryTransport,
  createTelemetryClient,
  type ActionId,
  type SendResult,
  type TelemetryClient,
  type TelemetryClientOptions,
} from "@action-telemetry/telemetry";

/** What an example client may be like. */
export interface ExampleClientOptions extends Pick<
  Partial<TelemetryClientOptions>,
  "consent" | "storage"
> {
  /** What the instance answers. @default it takes everything */
  readonly answer?: SendResult;
  /** The actions that are run at once, by their IDs. */
  readonly actions?: readonly string[];
}

/** A real telemetry client whose instance and storage are in memory. */
export function createExampleClient(options: ExampleClientOptions = {}): TelemetryClient {
  const { answer = { kind: "accepted" }, actions = [], ...given } = options;
  const { consent = "granted", storage = createMemoryStorage() } = given;
  const client = createTelemetryClient({
    instanceUrl: "https://code.example.com",
    source: "WEB",
    platform: "web",
    client: { name: "stories", version: "1.0.0" },
    transport: createMemoryTransport(() => answer),
    // Said to outlast the page, so that the stories show what an application shows.
    storage: { ...storage, persistent: true },
    consent,
  });
  for (const actionId of actions) {
    client.recorder.recordAction({
      actionId: actionId as ActionId,
      surface: "toolbar",
      trigger: "pointer",
    });
  }
  return client;
}

/** A storage that the browser forbids. */
export const brokenStorage: NonNullable<TelemetryClientOptions["storage"]> = {
  persistent: true,
  open: () => {
    throw new Error("The browser forbids it.");
  },
};
