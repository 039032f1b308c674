import { createReporting } from "./createReporting.ts";
import type { ErrorReporting, ReportingOptions } from "./ErrorReporting.ts";
import type { ErrorReport } from "./report/ErrorReport.ts";
import { createDelivery } from "./sending/createDelivery.ts";
import { createRelaySender } from "./sending/createRelaySender.ts";

/** What {@link createRelayReporting} is made with. */
export interface RelayReportingOptions extends ReportingOptions {
  /** Hands a report to the script that sends; may throw, or reject. */
  readonly relay: (report: ErrorReport) => unknown;
}

/**
 * Makes the reporting of a script that sends nothing itself: a content script hands its reports to the background
 * worker, which reads them with `parseReport` and gives them to `forward`. Nothing of Sentry comes with it.
 *
 * @throws TypeError when an option would make reports that nobody can read.
 */
export function createRelayReporting(options: RelayReportingOptions): ErrorReporting {
  return createReporting(
    options,
    createDelivery(() => Promise.resolve(createRelaySender(options.relay))),
  );
}
