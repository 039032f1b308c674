import type { SettingsView } from "../messages/SettingsView.ts";

/** The settings of somebody in Firefox who has set nothing, and is signed in. */
export const exampleSettings: SettingsView = {
  enabled: true,
  instanceURL: "https://sourcegraph.com",
  publicURL: "https://sourcegraph.com",
  previousURLs: [],
  session: "signed-in",
  sendTelemetry: {
    isOn: false,
    isBuiltIn: false,
    canChange: true,
    state: "denied",
    reason: "Telemetry is off because Send telemetry is off.",
  },
  allowErrorReporting: false,
  needsFirstRun: false,
  isDamaged: false,
  repositoriesFolder: "",
  allowedSites: [],
  platform: "firefox-extension",
  version: "1.2.3",
};
