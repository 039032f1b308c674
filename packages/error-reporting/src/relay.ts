export { createRelayReporting, type RelayReportingOptions } from "./createRelayReporting.ts";
export type { ErrorReporting, ReportDetails, ReportingConsent } from "./ErrorReporting.ts";
export type { ErrorReport } from "./report/ErrorReport.ts";
export { parseReport } from "./report/parseReport.ts";
