import type { ExtensionStorageArea } from "@action-telemetry/telemetry/extension";
import { createListeners } from "../../browser/createListeners.ts";
import { damagedSettings, parseSettings } from "./parseSettings.ts";
import type { Settings } from "./Settings.ts";

/** The key of the settings in the storage. */
export const settingsKey = "settings";

/** The settings, kept in the extension's storage. */
export interface SettingsStore {
  /** Resolves when they have been read, well or not; never rejects. */
  readonly ready: Promise<void>;
  /** `undefined` until they have been read. The identical object while unchanged. */
  getSnapshot(): Settings | undefined;
  subscribe(listener: () => void): () => void;
  /**
   * Changes what `change` returns, one change after another; it holds at once. Resolves when it is
   * stored, to whether it could be: never rejects.
   */
  update(change: (settings: Settings) => Partial<Settings>): Promise<boolean>;
}

/** Makes the store, and begins to read. */
export function createSettingsStore(area: ExtensionStorageArea): SettingsStore {
  const listeners = createListeners();
  let settings: Settings | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function read(): Promise<void> {
    try {
      settings = parseSettings((await area.get([settingsKey]))[settingsKey]);
    } catch {
      settings = damagedSettings;
    }
    listeners.notify();
  }

  const ready = read();
  return {
    ready,
    getSnapshot: () => settings,
    subscribe: listeners.subscribe,
    async update(change) {
      await ready;
      const before = settings ?? damagedSettings;
      const after = { ...before, ...change(before) };
      settings = after;
      listeners.notify();
      const stored = turn.then(() => area.set({ [settingsKey]: after }));
      turn = stored.catch(() => undefined);
      return stored.then(
        () => true,
        () => false,
      );
    },
  };
}
