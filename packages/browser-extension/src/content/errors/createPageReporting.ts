import type { ErrorReporting, ReportDetails } from "@action-telemetry/error-reporting/relay";

/** Reports errors of our own on a page, while the person lets it. */
export interface PageReporting {
  /** Reports an error. Never throws. */
  report(thrown: unknown, details?: ReportDetails): void;
  /** Takes the person's decision, at once. */
  allow(isAllowed: boolean): void;
  /** Ends it. */
  close(): void;
}

/** Errors that are kept until they can be reported. */
const mostWaiting = 10;

/**
 * Makes a reporting whose code is not even there until the person lets errors be reported. What fails
 * while it is on its way waits for it, unless the person changes their mind.
 *
 * @param load loads the code, and makes a reporting that waits for a decision
 */
export function createPageReporting(
  load: () => Promise<ErrorReporting | undefined>,
): PageReporting {
  let reporting: ErrorReporting | undefined;
  let waiting: (readonly [thrown: unknown, details: ReportDetails | undefined])[] = [];
  let isAllowed = false;
  let isLoading = false;
  let isClosed = false;

  const decide = () => reporting?.setConsent(isAllowed ? "granted" : "denied");
  const begin = async () => {
    if (isLoading || reporting !== undefined) return;
    isLoading = true;
    const loaded = await load();
    isLoading = false;
    if (isClosed) {
      loaded?.close();
      return;
    }
    reporting = loaded;
    decide();
    for (const [thrown, details] of waiting) reporting?.report(thrown, details);
    waiting = [];
  };

  return {
    report(thrown, details) {
      if (reporting !== undefined) reporting.report(thrown, details);
      else if (isAllowed && waiting.length < mostWaiting) waiting.push([thrown, details]);
    },
    allow(allowed) {
      isAllowed = allowed;
      if (!allowed) waiting = [];
      decide();
      if (allowed) void begin();
    },
    close() {
      isClosed = true;
      waiting = [];
      reporting?.close();
    },
  };
}
