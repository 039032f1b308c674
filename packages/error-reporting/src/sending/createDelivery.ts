import type { ErrorReportingOptions } from "../ErrorReporting.ts";
import type { ErrorReport } from "../report/ErrorReport.ts";
import { createRelaySender } from "./createRelaySender.ts";
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

/** Makes the way, shut; undefined where it leads nowhere. */
export function createDelivery(
  options: Pick<ErrorReportingOptions, "destination" | "relay" | "fetch" | "now">,
): Delivery | undefined {
  const { destination, relay, now = Date.now } = options;
  const makeSender = relay ? () => Promise.resolve(createRelaySender(relay)) : loadSentry;
  if (!relay && !destination?.dsn && !destination?.tunnel) return undefined;
  let isOpen = false;
  let sender: Promise<ReportSender> | undefined;

  async function loadSentry(): Promise<ReportSender> {
    const { createSentrySender } = await import("./createSentrySender.ts");
    // Called as a method of nothing, as browsers insist.
    const fetch: typeof globalThis.fetch = (...call) =>
      (options.fetch ?? globalThis.fetch)(...call);
    return createSentrySender({ ...destination, fetch, now });
  }

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
      const current = (sender ??= makeSender());
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
