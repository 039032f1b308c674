import type { UTMPlatform } from "@action-telemetry/code-hosts";
import { extensionEventNames } from "@action-telemetry/event-schema";
import { type Clock, createEventIds, systemRandom } from "@action-telemetry/telemetry";
import type { RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { unknownVersion } from "../settings/parseSettings.ts";
import type { Settings } from "../settings/Settings.ts";
import { uninstallURL } from "./uninstallURL.ts";

/** What the signals work with. */
export interface LifecycleSignalsOptions {
  readonly runtime: Pick<RuntimeAPI, "setUninstallURL">;
  readonly settings: SettingsStore;
  readonly client: ClientHost;
  readonly clock: Pick<Clock, "now">;
  /** Resolves when consent has been decided. */
  readonly ready: Promise<void>;
  readonly platform: UTMPlatform;
  /** The version that runs. */
  readonly version: string;
  /** Is called before an event is recorded. */
  readonly onRecord: () => void;
}

/**
 * Reports that the extension was installed or updated, once, and prepares the browser for its removal:
 * under consent, as everything else. The version that ran last tells which it was, so that no word of
 * the browser's can be missed; it is stored together with the ID of the event, so that this counts once
 * wherever the worker ends. A denial forgets it.
 */
export function createLifecycleSignals(options: LifecycleSignalsOptions): void {
  const { runtime, settings, client, clock, ready, platform, version, onRecord } = options;
  const createId = createEventIds(systemRandom);
  let uninstall: string | undefined;
  /** The ID of what is being reported. */
  let reporting: string | undefined;

  function compareVersions(): void {
    const current = settings.getSnapshot();
    if (current === undefined || current.isDamaged || current.lastVersion === version) return;
    const name = current.lastVersion === undefined ? "installed" : "updated";
    const pendingSignal = { name, id: createId(clock.now()) } as const;
    void settings.update(() => ({
      lastVersion: version,
      ...(current.lastVersion !== unknownVersion && { pendingSignal }),
    }));
  }

  async function report({ name, id }: Settings["pendingSignal"] & object): Promise<void> {
    const at = client.current;
    if (client.consent === "granted") {
      // While the extension is switched off nothing is stored, and the signal waits as well.
      if (settings.getSnapshot()?.enabled !== true || at === undefined) return;
      onRecord();
      const time = new Date(clock.now()).toISOString();
      await at.adopt({ id, name: extensionEventNames[name], time });
      if (at !== client.current) return;
    }
    await settings.update(() => ({ pendingSignal: undefined }));
  }

  function prepareRemoval(): void {
    const current = settings.getSnapshot();
    if (current === undefined) return;
    const isAllowed = current.enabled && client.consent === "granted";
    const url = uninstallURL(current.instanceURL, platform, isAllowed);
    if (url === uninstall) return;
    uninstall = url;
    runtime.setUninstallURL(url).catch(() => undefined);
  }

  function follow(): void {
    prepareRemoval();
    const signal = settings.getSnapshot()?.pendingSignal;
    if (signal === undefined || reporting !== undefined || client.consent === "unknown") return;
    reporting = signal.id;
    void report(signal).finally(() => (reporting = undefined));
  }

  void settings.ready.then(compareVersions);
  void ready.then(() => {
    client.subscribe(follow);
    follow();
  });
}
