import {
  createConfiguration,
  type Configuration,
  type Context,
  type ContextStore,
} from "@action-telemetry/actions";
import { settingKeys } from "./settingKeys.ts";

/** The part of the browser's storage that settings need. */
export type SettingStorage = Pick<Storage, "getItem" | "setItem">;

const storageKey = "codeBrowser.settings";

// Only these, with these values, outlive the page. What an extension keeps under other keys may hold anything, so it
// stays in memory.
const kept: ReadonlyMap<string, ReadonlySet<unknown>> = new Map<string, ReadonlySet<unknown>>([
  [settingKeys.blame, new Set(["none", "line", "file"])],
  [settingKeys.lineWrap, new Set([true, false])],
  [settingKeys.codeSize, new Set(["normal", "large"])],
  [settingKeys.colorTheme, new Set(["light", "dark"])],
  [settingKeys.fileTree, new Set(["shown", "hidden"])],
  [settingKeys.characterKeys, new Set(["on", "off"])],
]);

/**
 * Makes the person's settings, which live in the context as `config.…`: those of earlier visits to begin with, and the
 * known ones kept for later visits. Storage that cannot be read or written costs that memory and nothing else.
 */
export function createSettings(
  context: ContextStore,
  storage: SettingStorage | undefined,
): Configuration {
  const configuration = createConfiguration({ context, initial: read(storage) });
  configuration.subscribe(() => write(storage, configuration.getSnapshot()));
  return configuration;
}

function read(storage: SettingStorage | undefined): Context {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? "{}");
    return typeof stored === "object" && stored !== null ? pick(stored) : {};
  } catch {
    return {};
  }
}

function write(storage: SettingStorage | undefined, settings: Context): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(pick(settings)));
  } catch {
    // A full or forbidden storage: the setting still holds for this visit.
  }
}

function pick(settings: object): Context {
  return Object.fromEntries(
    Object.entries(settings).filter(([setting, value]) => kept.get(setting)?.has(value) === true),
  );
}
