import type { InspectedClient } from "@action-telemetry/react";
import type { TelemetryInspection } from "@action-telemetry/telemetry";
import { sendRequest } from "../../browser/sendRequest.ts";
import type { RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { OptionsSnapshot } from "./OptionsConnection.ts";

/** What {@link createInspected} works with. */
export interface InspectedOptions {
  readonly subscribe: InspectedClient["subscribe"];
  readonly getSnapshot: () => OptionsSnapshot;
  /** Reads the settings again. */
  readonly read: () => void;
}

/** The worker's telemetry client, as far as it can be looked at from here. */
export function createInspected(
  runtime: Pick<RuntimeAPI, "sendMessage">,
  { subscribe, getSnapshot, read }: InspectedOptions,
): InspectedClient {
  return {
    async inspect() {
      const answer = await sendRequest(runtime, "inspect", {});
      return answer.ok ? answer.value : describeUnknown(getSnapshot());
    },
    subscribe,
    async flush() {
      await sendRequest(runtime, "flush", {});
    },
    async erase() {
      await sendRequest(runtime, "erase", {});
      read();
    },
  };
}

/** What can be told of a client that cannot be asked. */
function describeUnknown({ settings }: OptionsSnapshot): TelemetryInspection {
  return {
    instanceUrl: settings?.instanceURL ?? "",
    consent: "unknown",
    status: "idle",
    storage: "failed",
    queue: [],
    dropped: {},
    sent: [],
  };
}
