import type { ErrorReport } from "../report/ErrorReport.ts";

/** What became of a report: `sent`, or why it was not, as a code: `http-413`, `network`, `aborted` … */
export type SendOutcome = string;

/** Sends reports on their way. */
export interface ReportSender {
  /** Never rejects. */
  send(report: ErrorReport): Promise<SendOutcome>;
  /** Aborts what is on its way; nothing is sent any more. */
  close(): void;
}

/** Where reports go. */
export interface ReportDestination {
  /**
   * The project's address, as Sentry gives it out. May be absent with a tunnel, which then knows it by itself.
   */
  readonly dsn?: string | undefined;
  /** An address that takes envelopes in the project's stead, such as the instance's `/.api/error-reports`. */
  readonly tunnel?: string | undefined;
}
