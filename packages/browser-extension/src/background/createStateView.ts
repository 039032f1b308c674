import type { UTMPlatform } from "@action-telemetry/code-hosts";
import type { ExtensionState } from "../messages/ExtensionState.ts";
import { publicInstanceURL } from "../manifest/publicInstanceURL.ts";
import type { ClientHost } from "./client/createClientHost.ts";
import { createListeners } from "../browser/createListeners.ts";
import { bundledExtensions } from "./extensions/bundledExtensions.ts";
import type { ExtensionCommands } from "./extensions/createExtensionCommands.ts";
import { declaredSettings } from "./extensions/declaredSettings.ts";
import { mayReport } from "./errors/mayReport.ts";
import type { InstanceState } from "./instance/createInstanceState.ts";
import type { SettingsStore } from "./settings/createSettingsStore.ts";

/** What content scripts are told. */
export interface StateView {
  /** `undefined` until the settings have been read. The identical object while unchanged. */
  readonly getSnapshot: () => ExtensionState | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the view is made of. */
export interface StateViewOptions {
  readonly settings: SettingsStore;
  readonly client: ClientHost;
  readonly instance: InstanceState;
  readonly commands: ExtensionCommands;
  readonly platform: UTMPlatform;
}

const bundledManifests = bundledExtensions.map(({ manifest }) => manifest);

/** Puts together what content scripts are told, and follows it. */
export function createStateView(options: StateViewOptions): StateView {
  const { settings, client, instance } = options;
  const listeners = createListeners();
  let snapshot: ExtensionState | undefined;
  let written = "";

  function follow(): void {
    const next = compose(options);
    const text = JSON.stringify(next) ?? "";
    if (text === written) return;
    written = text;
    snapshot = next;
    listeners.notify();
  }

  for (const source of [settings, client, instance]) source.subscribe(follow);
  return { getSnapshot: () => snapshot, subscribe: listeners.subscribe };
}

function compose(options: StateViewOptions): ExtensionState | undefined {
  const { settings, client, instance, commands, platform } = options;
  const current = settings.getSnapshot();
  if (current === undefined) return undefined;
  const known = instance.getSnapshot();
  const isKnown = known?.url === current.instanceURL;
  // The instance's own come first: of two that contribute the same action, the first is taken.
  const manifests = [...(isKnown ? known.manifests : []), ...bundledManifests];
  const allSettings = { ...(isKnown && known.settings), ...current.configuration };
  return {
    enabled: current.enabled,
    platform,
    instance: {
      url: current.instanceURL,
      selfHosted: current.instanceURL !== publicInstanceURL,
      session: isKnown ? known.session : "unknown",
    },
    markers: client.consent === "granted",
    errorReporting: mayReport(current),
    manifests,
    configuration: declaredSettings(allSettings, manifests),
    commands: commands.ids,
  };
}
