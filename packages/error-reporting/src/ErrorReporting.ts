import type { ErrorTarget } from "./capture/captureErrors.ts";
import type { ErrorReport, ReportFacts } from "./report/ErrorReport.ts";
import type { ReportDestination } from "./sending/ReportSender.ts";

/** Whether the person lets errors be reported. */
export type ReportingConsent = "unknown" | "granted" | "denied";

/** What {@link ErrorReporting} is doing. */
export type ReportingStatus =
  /** There is nowhere to report to: nothing will ever be loaded or sent. */
  | "unavailable"
  /** Refused. */
  | "off"
  /** Undecided: up to ten reports are kept in memory. */
  | "waiting"
  | "on";

/** What was reported so far. Counts begin anew after a refusal. */
export interface ReportingSnapshot {
  readonly status: ReportingStatus;
  readonly sent: number;
  /**
   * How many were not sent, by reason: `foreign` (not from our own scripts), `duplicate`, `too-many`,
   * `waiting-full`, `unreadable`, `too-large`, `load-failed`, `network`, `rate-limited`, `http-…` …
   */
  readonly dropped: Readonly<Record<string, number>>;
  /** The last reports that were sent, newest first. */
  readonly last: readonly ErrorReport[];
}

/** Circumstances that only the caller knows. */
export interface ReportDetails {
  /** The ID of the action that failed. */
  readonly actionId?: string | undefined;
}

/** Reports errors of one script, if the person lets it. */
export interface ErrorReporting {
  /**
   * Reports an error that our own code caught. Synchronous, never throws; what the person cancelled, may not do or
   * could not load is no error. The same error is reported once.
   */
  report(thrown: unknown, details?: ReportDetails): void;
  /**
   * Sends a report of another script that relays its own, as far as consent and limits allow: to be read with
   * `parseReport` first. Never throws.
   */
  forward(report: ErrorReport): void;
  /** Takes the person's decision, at once. */
  setConsent(consent: ReportingConsent): void;
  /** What was reported so far: the same object until something changes. */
  getSnapshot(): ReportingSnapshot;
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Ends everything. */
  close(): void;
}

/** What every reporting is made with. */
export interface ReportingOptions extends ReportFacts {
  /**
   * What the addresses of our own scripts begin with, each ending in a slash. Only errors that passed through one
   * of them count as ours.
   */
  readonly scripts: readonly string[];
  /**
   * The names of our own scripts after that. Without them a script that was evaluated, and calls itself one of ours,
   * could put a word of its choice into a report as a file name. @default any name that a build may give
   */
  readonly files?: readonly string[] | undefined;
  /** Names of the application's own error classes, which may be told. @default none */
  readonly errorTypes?: readonly string[] | undefined;
  /** @default "unknown" */
  readonly consent?: ReportingConsent | undefined;
  /** Where errors are heard that nobody caught; null: nowhere. @default `globalThis` */
  readonly target?: ErrorTarget | null | undefined;
  /** Milliseconds since 1970. @default the platform's clock */
  readonly now?: (() => number) | undefined;
  /** Makes 32 random hexadecimal digits. @default from the platform's random numbers */
  readonly createId?: (() => string) | undefined;
}

/** What {@link createErrorReporting} is made with. */
export interface ErrorReportingOptions extends ReportingOptions {
  /** Where reports go. Absent, or without an address: nothing is ever loaded or sent. */
  readonly destination?: ReportDestination | undefined;
  /** @default the platform's */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
