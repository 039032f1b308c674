import type { SettingsChange } from "../../messages/SettingsChange.ts";
import { repositoriesFolderKey } from "../extensions/openInVSCode.ts";
import { defaultSettings, previousLimit } from "./parseSettings.ts";
import type { Settings } from "./Settings.ts";

/**
 * The settings that change when the person changes something.
 *
 * @param instanceURL - The address to connect to, already in its normal form.
 */
export function applySettingsChange(
  before: Settings,
  change: SettingsChange,
  instanceURL: string | undefined,
): Partial<Settings> {
  const { enabled, sendTelemetry, allowErrorReporting, repositoriesFolder } = change;
  return {
    ...(change.restore === true && {
      ...defaultSettings,
      instanceURL: before.instanceURL,
      previousURLs: before.previousURLs,
      ...(before.lastVersion !== undefined && { lastVersion: before.lastVersion }),
    }),
    ...(enabled !== undefined && { enabled }),
    ...(sendTelemetry !== undefined && {
      sendTelemetry: sendTelemetry ? ("on" as const) : ("off" as const),
      firstRunDone: true,
    }),
    ...(allowErrorReporting !== undefined && { allowErrorReporting }),
    ...(repositoriesFolder !== undefined && {
      configuration: { ...before.configuration, [repositoriesFolderKey]: repositoriesFolder },
    }),
    ...connect(before, change.forgetURL, instanceURL),
  };
}

/** The connected instance is not among the previous ones, and none is there twice. */
function connect(
  { instanceURL: connected, previousURLs }: Settings,
  forgetURL: string | undefined,
  instanceURL = connected,
): Pick<Settings, "instanceURL" | "previousURLs"> {
  const urls = [connected, ...previousURLs].filter(
    (url) => url !== instanceURL && url !== forgetURL,
  );
  return { instanceURL, previousURLs: [...new Set(urls)].slice(0, previousLimit) };
}
