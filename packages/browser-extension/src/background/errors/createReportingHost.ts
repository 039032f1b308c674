import type { ErrorReport, ErrorReporting, ReportDetails } from "@action-telemetry/error-reporting";
import type { SettingsStore } from "../settings/createSettingsStore.ts";
import { mayReport } from "./mayReport.ts";

/** Makes what reports errors to one instance; it begins with that consent. */
export type CreateReporting = (
  instanceURL: string,
  consent: "granted" | "denied",
) => Pick<ErrorReporting, "report" | "forward" | "setConsent" | "close">;

/** Reports errors to the connected instance, those of other scripts of the extension too. */
export interface ReportingHost {
  /** Reports an error that the worker's own code caught, as far as consent and limits allow. */
  report(thrown: unknown, details?: ReportDetails): void;
  /** Sends a report of another script, as far as consent and limits allow. */
  forward(report: ErrorReport): void;
}

/** What the host works with. */
export interface ReportingHostOptions {
  readonly settings: SettingsStore;
  readonly createReporting: CreateReporting;
}

/**
 * Keeps one reporting, bound to the connected instance. Until `Allow error reporting` is on for the
 * first time there is none, so that nothing is listened to or loaded.
 */
export function createReportingHost(options: ReportingHostOptions): ReportingHost {
  const { settings, createReporting } = options;
  let current: ReturnType<CreateReporting> | undefined;
  let connectedURL: string | undefined;

  settings.subscribe(() => {
    const snapshot = settings.getSnapshot();
    if (snapshot === undefined) return;
    const isAllowed = mayReport(snapshot);
    if (snapshot.instanceURL !== connectedURL) {
      current?.close();
      current = undefined;
      connectedURL = snapshot.instanceURL;
    }
    if (isAllowed) current ??= createReporting(snapshot.instanceURL, "granted");
    current?.setConsent(isAllowed ? "granted" : "denied");
  });

  return {
    report: (thrown, details) => current?.report(thrown, details),
    forward: (report) => current?.forward(report),
  };
}
