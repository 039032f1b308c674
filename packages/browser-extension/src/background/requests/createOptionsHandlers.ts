import type { UTMPlatform } from "@action-telemetry/code-hosts";
import { refusal, success } from "../../messages/Answer.ts";
import type { SettingsChange } from "../../messages/SettingsChange.ts";
import type { SettingsView } from "../../messages/SettingsView.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { HeldEvent, HeldEvents } from "../events/createHeldEvents.ts";
import { needsFirstRun } from "../consent/needsFirstRun.ts";
import type { ConsentPolicy } from "../consent/createConsentPolicy.ts";
import { repositoriesFolderKey } from "../extensions/openInVSCode.ts";
import type { InstanceAPI } from "../instance/createInstanceAPI.ts";
import type { InstanceState } from "../instance/createInstanceState.ts";
import type { AllowedSites } from "../pages/createAllowedSites.ts";
import { publicInstanceURL } from "../../manifest/publicInstanceURL.ts";
import { applySettingsChange } from "../settings/applySettingsChange.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { normalizeInstanceURL } from "../../instance-url/normalizeInstanceURL.ts";
import { defaultSettings } from "../settings/parseSettings.ts";
import type { RequestHandlers } from "./RequestHandlers.ts";

/** What the requests of the extension's own pages are answered with. */
export interface OptionsHandlersOptions {
  readonly settings: SettingsStore;
  readonly policy: ConsentPolicy;
  readonly client: ClientHost;
  readonly held: HeldEvents;
  readonly instance: InstanceState;
  readonly sites: AllowedSites;
  readonly createAPI: (instanceURL: string) => InstanceAPI;
  readonly eraseInstance: (instanceURL: string) => Promise<void>;
  readonly platform: UTMPlatform;
  readonly version: string;
}

type OptionsKind =
  | "readSettings"
  | "writeSettings"
  | "checkInstance"
  | "inspect"
  | "erase"
  | "flush";

const sessionChecks = {
  "signed-in": "looks-good",
  "signed-out": "not-signed-in",
  unreachable: "not-reachable",
  unknown: "not-reachable",
} as const;

/** Makes the handlers of the requests that only the extension's own pages may send. */
export function createOptionsHandlers(
  options: OptionsHandlersOptions,
): RequestHandlers<OptionsKind> {
  const { settings, client, held, instance, createAPI, eraseInstance } = options;
  const isConnected = ({ instanceURL }: HeldEvent) =>
    instanceURL === settings.getSnapshot()?.instanceURL;
  const notReady = refusal("failed", "The extension has not started yet.");

  async function write(change: SettingsChange) {
    const url =
      change.instanceURL === undefined ? undefined : normalizeInstanceURL(change.instanceURL);
    if (url?.ok === false) return refusal("invalid", "This is no address of an instance.");
    const isStored = await settings.update((before) =>
      applySettingsChange(before, change, url?.value),
    );
    if (
      change.forgetURL !== undefined &&
      change.forgetURL !== settings.getSnapshot()?.instanceURL
    ) {
      await eraseInstance(change.forgetURL);
    }
    if (!isStored) return refusal("failed", "The settings could not be stored.");
    return success(viewSettings(options));
  }

  return {
    readSettings: async () => success(viewSettings(options)),
    writeSettings: write,
    async checkInstance({ url }) {
      const normal = normalizeInstanceURL(url);
      if (!normal.ok) return success(normal.error);
      if (normal.value === instance.getSnapshot()?.url) {
        await instance.refresh();
        return success(sessionChecks[instance.getSnapshot()?.session ?? "unknown"]);
      }
      return success(sessionChecks[await createAPI(normal.value).session()]);
    },
    async inspect() {
      if (client.current === undefined) return notReady;
      const inspection = await client.current.inspect();
      const waiting = (await held.list()).filter(isConnected).map(({ event }) => event);
      return success({ ...inspection, queue: [...inspection.queue, ...waiting] });
    },
    async erase() {
      await held.remove(isConnected);
      await client.current?.erase();
      return success(null);
    },
    async flush() {
      await client.current?.flush();
      return success(null);
    },
  };
}

function viewSettings(options: OptionsHandlersOptions): SettingsView {
  const { settings, policy, instance, sites, platform, version } = options;
  const current = settings.getSnapshot() ?? defaultSettings;
  const decision = policy.decide(current.instanceURL);
  const folder = current.configuration[repositoriesFolderKey];
  return {
    enabled: current.enabled,
    instanceURL: current.instanceURL,
    publicURL: publicInstanceURL,
    previousURLs: current.previousURLs,
    session: instance.getSnapshot()?.session ?? "unknown",
    sendTelemetry: { ...decision, isOn: policy.isOn, isBuiltIn: policy.isBuiltIn },
    allowErrorReporting: current.allowErrorReporting,
    needsFirstRun: needsFirstRun(current, policy),
    isDamaged: current.isDamaged,
    repositoriesFolder: typeof folder === "string" ? folder : "",
    allowedSites: sites.added,
    platform,
    version,
  };
}
