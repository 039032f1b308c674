import {
  createInstanceTransport,
  createTelemetryClient,
  type ActionId,
  type TelemetryClient,
  type TelemetryClientOptions,
} from "@action-telemetry/telemetry";
import {
  createScriptedFetch,
  type ScriptedAnswer,
  type ScriptedFetch,
} from "@action-telemetry/telemetry/testing";

/** A real client, the network it sends into, and a way to make it busy. */
export interface InspectedClientFixture {
  readonly client: TelemetryClient;
  readonly network: ScriptedFetch;
  /** Records actions by their IDs. */
  readonly record: (...ids: readonly string[]) => void;
}

/** Makes a client with consent whose instance answers by script, the last answer for ever. */
export function createInspectedClient(
  answers: readonly ScriptedAnswer[] = [],
  options: Partial<TelemetryClientOptions> = {},
): InspectedClientFixture {
  const network = createScriptedFetch(...answers);
  const client = createTelemetryClient({
    instanceUrl: "https://instance.example",
    source: "WEB",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    consent: "granted",
    transport: createInstanceTransport({ fetch: network.fetch }),
    ...options,
  });
  const record = (...ids: readonly string[]) => {
    for (const actionId of ids) {
      client.recorder.recordAction({
        actionId: actionId as ActionId,
        surface: "toolbar",
        trigger: "pointer",
      });
    }
  };
  return { client, network, record };
}
