import type { UTMPlatform } from "@action-telemetry/code-hosts";
import { extensionEventNames } from "@action-telemetry/event-schema";
import type { RuntimeAPI } from "../../browser/WebExtensionAPI.ts";
import type { ClientHost } from "../client/createClientHost.ts";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import type { Settings } from "../settings/Settings.ts";
import { uninstallURL } from "./uninstallURL.ts";

/** What the signals work with. */
export interface LifecycleSignalsOptions {
  readonly runtime: Pick<RuntimeAPI, "onInstalled" | "setUninstallURL">;
  readonly settings: SettingsStore;
  readonly client: ClientHost;
  /** Resolves when consent has been decided. */
  readonly ready: Promise<void>;
  readonly platform: UTMPlatform;
  /** Is called when an event was recorded. */
  readonly onRecord: () => void;
}

/**
 * Reports that the extension was installed or updated, once, and prepares the browser for its removal:
 * under consent, as everything else. What happened is kept until it was recorded, since the worker may
 * end before consent is known; a denial forgets it.
 */
export function createLifecycleSignals(options: LifecycleSignalsOptions): void {
  const { runtime, settings, client, ready, platform, onRecord } = options;
  let uninstall: string | undefined;
  /** What is being reported, of which recording and forgetting are further changes to follow. */
  let reporting: Settings["signal"];

  function report(): void {
    const current = settings.getSnapshot();
    const { signal } = current ?? {};
    if (
      signal === undefined ||
      signal === reporting ||
      client.current === undefined ||
      client.consent === "unknown"
    )
      return;
    if (client.consent === "granted") {
      // While the extension is switched off nothing is stored, and the signal waits as well.
      if (current?.enabled !== true) return;
      reporting = signal;
      client.current.recorder.recordEvent(extensionEventNames[signal]);
      onRecord();
    }
    void settings.update(() => ({ signal: undefined })).then(() => (reporting = undefined));
  }

  function prepareRemoval(): void {
    const current = settings.getSnapshot();
    if (current === undefined) return;
    const url = uninstallURL(current.instanceURL, platform, client.consent === "granted");
    if (url === uninstall) return;
    uninstall = url;
    runtime.setUninstallURL(url).catch(() => undefined);
  }

  runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== "install" && reason !== "update") return;
    const signal = reason === "install" ? "installed" : "updated";
    void settings.update(() => ({ signal })).then(follow);
  });

  function follow(): void {
    report();
    prepareRemoval();
  }

  void ready.then(() => {
    client.subscribe(follow);
    follow();
  });
}
