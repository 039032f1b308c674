import { createContext, useContext, useSyncExternalStore } from "react";
import type { PermissionsAPI, TabsAPI } from "../../browser/WebExtensionAPI.ts";
import type { SettingsView } from "../../messages/SettingsView.ts";
import type { OptionsConnection } from "./OptionsConnection.ts";

/** What the parts of the page work with. */
export interface OptionsContextValue {
  readonly connection: OptionsConnection;
  readonly permissions: Pick<
    PermissionsAPI,
    "contains" | "request" | "remove" | "onAdded" | "onRemoved"
  >;
  readonly tabs: Pick<TabsAPI, "query" | "create">;
}

/** Hands the page's surroundings to its parts. */
export const OptionsContext = createContext<OptionsContextValue | undefined>(undefined);

/**
 * The page's surroundings.
 *
 * @throws Error outside of an {@link OptionsContext}.
 */
export function useOptions(): OptionsContextValue {
  const value = useContext(OptionsContext);
  if (value === undefined) {
    throw new Error(
      "@action-telemetry/browser-extension: there is no OptionsContext here, without which the page " +
        "knows no settings. Render it inside of OptionsContext.Provider.",
    );
  }
  return value;
}

/**
 * The settings, followed as they change.
 *
 * @throws Error before the worker has answered: `OptionsPage` shows nothing that needs them until then.
 */
export function useSettings(): SettingsView {
  const { connection } = useOptions();
  const { settings } = useSyncExternalStore(connection.subscribe, connection.getSnapshot);
  if (settings === undefined) {
    throw new Error(
      "@action-telemetry/browser-extension: the settings are not known yet, so nothing of them can be " +
        "shown. Render this once OptionsConnection has a snapshot with settings.",
    );
  }
  return settings;
}
