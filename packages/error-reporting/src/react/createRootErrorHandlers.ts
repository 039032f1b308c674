import type { ErrorReporting } from "../ErrorReporting.ts";

/** The error handlers of a root of React 19. React 18 ignores them. */
export interface RootErrorHandlers {
  readonly onCaughtError: (error: unknown) => void;
  readonly onUncaughtError: (error: unknown) => void;
  readonly onRecoverableError: (error: unknown) => void;
}

/**
 * Makes the error handlers of `createRoot` and `hydrateRoot`: what a boundary caught, what none did, and what React
 * could mend by itself is reported once each. Errors that nobody caught still reach the console.
 *
 * @example
 * createRoot(element, createRootErrorHandlers(reporting)).render(<App />);
 */
export function createRootErrorHandlers(
  reporting: Pick<ErrorReporting, "report">,
): RootErrorHandlers {
  const report = (error: unknown) => reporting.report(error);
  return {
    onCaughtError: report,
    onUncaughtError(error) {
      report(error);
      // As React does by default: the person who develops has to see it.
      globalThis.reportError(error);
    },
    onRecoverableError(error) {
      // React's own words; what went wrong is its cause.
      report(error instanceof Error && error.cause !== undefined ? error.cause : error);
    },
  };
}
