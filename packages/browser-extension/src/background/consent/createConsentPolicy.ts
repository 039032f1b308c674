import {
  decideTelemetry,
  type TelemetryDecision,
  type TelemetryInputs,
} from "@action-telemetry/telemetry";
import type { PermissionsAPI, WebExtensionAPI } from "../../browser/WebExtensionAPI.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { createListeners } from "../../browser/createListeners.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { followBuiltInPermission } from "./followBuiltInPermission.ts";
import { followManagedPolicy } from "./followManagedPolicy.ts";

/** What the policy knows and says. */
export interface ConsentPolicy {
  /** Resolves when all inputs have been read, well or not. */
  readonly ready: Promise<void>;
  /** What holds for an instance, and under a strict policy for events in such a repository. */
  decide(
    instanceURL: string,
    repositoryVisibility?: TelemetryInputs["repositoryVisibility"],
  ): TelemetryDecision;
  /** Whether the browser's own permission is the `Send telemetry` setting. */
  readonly isBuiltIn: boolean;
  /** Whether the program's own setting is on, or the browser's where that counts. */
  readonly isOn: boolean;
  /** Calls back when a decision may have changed. */
  subscribe(listener: () => void): () => void;
}

/** What the policy reads. */
export interface ConsentPolicyOptions {
  readonly browser: {
    readonly permissions: Pick<PermissionsAPI, "getAll" | "onAdded" | "onRemoved">;
    readonly storage: Pick<WebExtensionAPI["storage"], "managed">;
  };
  readonly isFirefox: boolean;
  readonly settings: SettingsStore;
  /** Whether the browser says that its person objects to data being sold or shared. */
  readonly globalPrivacyControl: boolean;
}

/** Gathers what `decideTelemetry` asks for, and follows its changes. */
export function createConsentPolicy(options: ConsentPolicyOptions): ConsentPolicy {
  const { browser, isFirefox, settings, globalPrivacyControl } = options;
  const { subscribe, notify } = createListeners();
  const builtIn = followBuiltInPermission(browser.permissions, isFirefox, notify);
  const managed = followManagedPolicy(browser.storage.managed, isFirefox, notify);
  settings.subscribe(notify);
  const ready = Promise.all([settings.ready, builtIn.ready, managed.ready]).then(() => undefined);
  const isBuiltIn = () => builtIn.current !== "unsupported";

  const readSetting = (): TelemetryInputs["sendTelemetry"] => {
    const current = settings.getSnapshot();
    if (current === undefined) return "loading";
    return current.isDamaged ? "unreadable" : current.sendTelemetry;
  };

  return {
    ready,
    decide: (instanceURL, repositoryVisibility = "public") => {
      const sendTelemetry = readSetting();
      return decideTelemetry({
        browser: isFirefox ? "firefox" : "other",
        isExtension: true,
        instance: instanceURL === publicInstanceURL ? "public" : "self-hosted",
        sendTelemetry,
        // Damaged settings say nothing of the instance either: then no permission turns anything on.
        builtInPermission: sendTelemetry === "unreadable" ? "unreadable" : builtIn.current,
        managedPolicy: managed.current,
        globalPrivacyControl,
        repositoryVisibility,
        policy: "standard",
      });
    },
    get isBuiltIn() {
      return isBuiltIn();
    },
    get isOn() {
      return isBuiltIn() ? builtIn.current === "granted" : readSetting() === "on";
    },
    subscribe,
  };
}
