import {
  decideTelemetry,
  type TelemetryDecision,
  type TelemetryInputs,
} from "@action-telemetry/telemetry";
import type { PermissionsAPI, WebExtensionAPI } from "../../browser/WebExtensionAPI.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { createListeners } from "../../browser/createListeners.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { readBuiltInPermission } from "./readBuiltInPermission.ts";
import { readManagedPolicy } from "./readManagedPolicy.ts";

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
  const { permissions } = browser;
  const listeners = createListeners();
  let builtIn: TelemetryInputs["builtInPermission"] = isFirefox ? "loading" : "unsupported";
  let managed: TelemetryInputs["managedPolicy"] = "loading";
  let reading = 0;

  async function readBuiltIn(): Promise<void> {
    if (!isFirefox) return;
    const own = (reading += 1);
    const value = await readBuiltInPermission(permissions);
    // An earlier answer that comes later is an old one.
    if (own !== reading) return;
    builtIn = value;
    listeners.notify();
  }

  async function readManaged(): Promise<void> {
    managed = await readManagedPolicy(browser.storage.managed, isFirefox);
    listeners.notify();
  }

  permissions.onAdded.addListener(() => void readBuiltIn());
  permissions.onRemoved.addListener((removed) => {
    // Revoked is revoked before the browser has told what is left.
    if (removed.data_collection?.includes("technicalAndInteraction") === true) {
      builtIn = "refused";
      listeners.notify();
    }
    void readBuiltIn();
  });
  settings.subscribe(listeners.notify);
  const ready = Promise.all([settings.ready, readBuiltIn(), readManaged()]).then(() => undefined);

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
        builtInPermission: sendTelemetry === "unreadable" ? "unreadable" : builtIn,
        managedPolicy: managed,
        globalPrivacyControl,
        repositoryVisibility,
        policy: "standard",
      });
    },
    get isBuiltIn() {
      return builtIn !== "unsupported";
    },
    get isOn() {
      return builtIn === "unsupported" ? readSetting() === "on" : builtIn === "granted";
    },
    subscribe: listeners.subscribe,
  };
}
