import type { ErrorTarget } from "@action-telemetry/error-reporting";
import { createRelayReporting, type ErrorReporting } from "@action-telemetry/error-reporting/relay";
import { sendRequest } from "../browser/sendRequest.ts";
import type { RuntimeAPI } from "../browser/WebExtensionAPI.ts";
import type { OptionsConnection } from "./connection/OptionsConnection.ts";

/** What the reporting works with. */
export interface OptionsReportingOptions {
  readonly runtime: Pick<RuntimeAPI, "getURL" | "getManifest" | "sendMessage">;
  readonly connection: Pick<OptionsConnection, "getSnapshot" | "subscribe">;
  /** Which of its forms the page has. */
  readonly script: "popup" | "options";
  /** Where errors are heard that nobody caught: the window. */
  readonly target: ErrorTarget;
}

/**
 * Makes the reporting of errors in this page. Reports are handed to the worker, which sends them; until
 * the person allows it, as it is set here, nothing is listened to.
 */
export function createOptionsReporting(options: OptionsReportingOptions): ErrorReporting {
  const { runtime, connection, script, target } = options;
  const reporting = createRelayReporting({
    release: `browser-extension@${runtime.getManifest().version}`,
    surface: "browser-extension",
    script,
    scripts: [runtime.getURL("")],
    files: ["options.js"],
    target,
    relay: (report) => void sendRequest(runtime, "reportError", { report }),
  });
  const follow = () => {
    const { settings } = connection.getSnapshot();
    if (settings === undefined) return;
    const { allowErrorReporting, enabled, isDamaged } = settings;
    reporting.setConsent(allowErrorReporting && enabled && !isDamaged ? "granted" : "denied");
  };
  connection.subscribe(follow);
  follow();
  return reporting;
}
