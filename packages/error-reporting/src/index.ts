export { createErrorReporting } from "./createErrorReporting.ts";
export type {
  ErrorReporting,
  ErrorReportingOptions,
  ReportDetails,
  ReportingConsent,
  ReportingOptions,
  ReportingSnapshot,
  ReportingStatus,
} from "./ErrorReporting.ts";
export type { ErrorTarget } from "./capture/captureErrors.ts";
export type { ErrorReport, ReportFacts, ReportFrame } from "./report/ErrorReport.ts";
export { isChunkLoadError } from "./report/isExpected.ts";
export { parseReport } from "./report/parseReport.ts";
export { reportCatalogue, type ReportField } from "./report/reportCatalogue.ts";
export type { ReportDestination } from "./sending/ReportSender.ts";
export { toDebugId } from "./sending/toDebugId.ts";
