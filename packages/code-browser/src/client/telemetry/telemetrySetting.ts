import {
  decideTelemetry,
  type SettingState,
  type TelemetryDecision,
} from "@action-telemetry/telemetry";

const storageKey = "codeBrowser.telemetry";

/** The decision of an earlier visit. What cannot be read or understood may hold a refusal. */
export function readTelemetrySetting(
  storage: Pick<Storage, "getItem"> | undefined,
): Extract<SettingState, "unset" | "on" | "off" | "unreadable"> {
  try {
    const value = storage === undefined ? "unreadable" : storage.getItem(storageKey);
    if (value === null) {
      return "unset";
    }
    return value === "granted" ? "on" : value === "denied" ? "off" : "unreadable";
  } catch {
    return "unreadable";
  }
}

/**
 * Keeps the decision for later visits.
 *
 * @throws whatever the storage throws, so that the person can be told.
 */
export function keepTelemetrySetting(
  storage: Pick<Storage, "setItem"> | undefined,
  state: "granted" | "denied",
): void {
  if (storage === undefined) {
    throw new Error("The browser gives this page no storage.");
  }
  storage.setItem(storageKey, state);
}

/** Whether actions are recorded, and why: they only ever go to the instance that serves this very page. */
export function decideForPage(sendTelemetry: SettingState): TelemetryDecision {
  return decideTelemetry({
    browser: "other",
    isExtension: false,
    instance: "self-hosted",
    sendTelemetry,
    builtInPermission: "unsupported",
    managedPolicy: "none",
    globalPrivacyControl: false,
    repositoryVisibility: "unknown",
    policy: "standard",
  });
}

/** The page's storage, where the browser gives one; some throw on the mere mention. */
export function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
