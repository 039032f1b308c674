import { isActionId, isClientVersion, isInstanceURL } from "@action-telemetry/event-schema";
import { isConsentState } from "./consent/ConsentState.ts";
import type { TelemetryClientOptions } from "./TelemetryClient.ts";

/**
 * Checks what would otherwise make every batch unacceptable.
 *
 * @throws TypeError that says which option is wrong and how to mend it.
 */
export function checkOptions(options: TelemetryClientOptions): void {
  const { instanceUrl, source, platform, client, consent } = options;
  if (!isInstanceURL(instanceUrl)) {
    throw misuse("instanceUrl", "an http or https URL without user info, query or fragment");
  }
  if (!isActionId(source)) throw misuse("source", identifier);
  if (!isActionId(platform)) throw misuse("platform", identifier);
  if (!isActionId(client?.name)) throw misuse("client.name", identifier);
  if (!isClientVersion(client.version)) throw misuse("client.version", 'a version such as "1.4.0"');
  if (consent !== undefined && !isConsentState(consent)) {
    throw misuse("consent", '"unknown", "granted" or "denied"');
  }
}

const identifier = "up to 128 letters, digits and ._/-, the first a letter or digit";

function misuse(option: string, expected: string): TypeError {
  return new TypeError(
    `@action-telemetry/telemetry: the option ${option} is not valid, so the instance would refuse every event. Pass ${expected}.`,
  );
}
