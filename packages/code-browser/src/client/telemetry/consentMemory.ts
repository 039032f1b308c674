import type { ConsentState } from "@action-telemetry/telemetry";

const storageKey = "codeBrowser.telemetry";

/**
 * The decision of earlier visits. Without one, events go to the instance that serves this very page; a memory that
 * cannot be read may hold a refusal, so it counts as one.
 */
export function readConsent(storage: Pick<Storage, "getItem"> | undefined): ConsentState {
  try {
    if (storage === undefined) {
      return "denied";
    }
    return storage.getItem(storageKey) === "denied" ? "denied" : "granted";
  } catch {
    return "denied";
  }
}

/** Keeps the decision for later visits; where that fails it holds for this one. */
export function keepConsent(
  storage: Pick<Storage, "setItem"> | undefined,
  state: ConsentState,
): void {
  try {
    storage?.setItem(storageKey, state);
  } catch {
    // Storage is full or forbidden; the next visit then starts without a decision.
  }
}

/** The page's storage, where the browser gives one; some throw on the mere mention. */
export function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
