import { isActionId, isClientVersion, isInstanceURL } from "@action-telemetry/event-schema";
import { isConsentState } from "./consent/ConsentState.ts";
import type { TelemetryClientOptions } from "./TelemetryClient.ts";

const identifier = "up to 128 letters, digits and ._/-";

/**
 * Checks what would otherwise make every batch unacceptable.
 *
 * @throws TypeError that says which option is wrong and how to mend it.
 */
export function checkOptions(options: TelemetryClientOptions): void {
  const { instanceUrl, source, platform, client, consent = "unknown" } = options;
  check(isInstanceURL(instanceUrl), "instanceUrl", "http(s)://host/path alone");
  check(isActionId(source), "source", identifier);
  check(isActionId(platform), "platform", identifier);
  check(isActionId(client?.name), "client.name", identifier);
  check(isClientVersion(client?.version), "client.version", "a version such as 1.4.0");
  check(isConsentState(consent), "consent", "unknown, granted or denied");
}

function check(isSound: boolean, option: string, expected: string): void {
  if (isSound) return;
  throw new TypeError(
    `@action-telemetry/telemetry: the option ${option} is not valid, so the instance would refuse every event. Pass ${expected}.`,
  );
}
