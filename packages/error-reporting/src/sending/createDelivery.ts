import type { ErrorReport } from "../report/ErrorReport.ts";
import type { ReportSender, SendOutcome } from "./ReportSender.ts";

/** The way of reports out of the script: opened and shut by consent. */
export interface Delivery {
  /** Opens the way; what is needed for it is loaded with the first report. */
  start(): void;
  /** Shuts it, and aborts what is on it. */
  stop(): void;
  /** Sends a report; never rejects. */
  send(report: ErrorReport): Promise<SendOutcome>;
}

/**
 * Makes the way, shut.
 *
 * @param load - Makes what sends.
 */
export function createDelivery(load: () => Promise<ReportSender>): Delivery {
  let isOpen = false;
  let sender: Promise<ReportSender> | undefined;

  return {
    start() {
      isOpen = true;
    },
    stop() {
      isOpen = false;
      void sender?.then(
        (one) => one.close(),
        () => undefined,
      );
      sender = undefined;
    },
    async send(report) {
      if (!isOpen) return "aborted";
      const current = (sender ??= load());
      try {
        const ready = await current;
        if (sender !== current) return "aborted";
        return await ready.send(report);
      } catch {
        // The next report tries again.
        if (sender === current) sender = undefined;
        return "load-failed";
      }
    },
  };
}
