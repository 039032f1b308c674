import type { ErrorReporting } from "@action-telemetry/error-reporting";

/** What is known of the application's error reports. */
export interface ErrorReportsSnapshot {
  /** Whether the person lets errors be reported. */
  readonly isOn: boolean;
  /** Present once it was loaded, which it only is when it is on. */
  readonly reporting: ErrorReporting | undefined;
}

/** Reports errors of the application to its own instance, if the person lets it. Nothing of it is loaded before. */
export interface ErrorReports extends Pick<ErrorReporting, "report"> {
  getSnapshot(): ErrorReportsSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * Takes the person's decision, and keeps it for later visits.
   *
   * @throws whatever the storage throws, so that the person can be told; the decision holds on this page.
   */
  decide(isOn: boolean): void;
}
