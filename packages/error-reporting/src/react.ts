export {
  ErrorBoundary,
  type ErrorBoundaryProps,
  type FallbackProps,
} from "./react/ErrorBoundary.tsx";
export { ErrorMessage, type ErrorMessageProps } from "./react/ErrorMessage.tsx";
export { englishTexts, germanTexts, type ErrorTexts } from "./react/ErrorTexts.ts";
export {
  createRootErrorHandlers,
  type RootErrorHandlers,
} from "./react/createRootErrorHandlers.ts";
export {
  ErrorReportingSettings,
  type ErrorReportingSettingsProps,
} from "./react/ErrorReportingSettings.tsx";
export {
  englishSettingsTexts,
  germanSettingsTexts,
  type ErrorSettingsTexts,
} from "./react/ErrorSettingsTexts.ts";
