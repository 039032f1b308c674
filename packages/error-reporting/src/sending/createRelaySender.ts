import type { ErrorReport } from "../report/ErrorReport.ts";
import type { ReportSender } from "./ReportSender.ts";

/**
 * Makes a sender that hands reports to another script, which sends them: a content script to its background
 * worker. No part of Sentry is needed on this side.
 *
 * @param post - Hands one over; may throw.
 */
export function createRelaySender(post: (report: ErrorReport) => unknown): ReportSender {
  let isOpen = true;
  return {
    async send(report) {
      if (!isOpen) return "aborted";
      try {
        await post(report);
        return "sent";
      } catch {
        return "relay";
      }
    },
    close() {
      isOpen = false;
    },
  };
}
