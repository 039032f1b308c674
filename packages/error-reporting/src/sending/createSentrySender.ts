import { BrowserClient } from "@sentry/react";
import { createReportTransport, type PendingEvent } from "./createReportTransport.ts";
import type { ReportDestination, ReportSender } from "./ReportSender.ts";
import { toSentryEvent } from "./toSentryEvent.ts";

/** Stands for the project where only the tunnel knows it; nothing is ever sent to this name. */
const unknownProject = "https://tunnel@tunnel.invalid/0";

/** What the sender needs of its surroundings. */
export interface SentrySenderOptions extends ReportDestination {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/**
 * Makes a sender of its own: a client of Sentry's without integrations, in which no scope, global or not, has a
 * part, and of which no other code of the page knows.
 *
 * @throws Error when the DSN is none.
 */
export function createSentrySender({ dsn, tunnel, fetch, now }: SentrySenderOptions): ReportSender {
  const abort = new AbortController();
  const pendingById = new Map<string, PendingEvent>();
  const client = new BrowserClient({
    dsn: dsn ?? unknownProject,
    ...(tunnel !== undefined && { tunnel }),
    transport: createReportTransport({
      find: (id) => pendingById.get(id),
      fetch,
      signal: abort.signal,
      now,
      dsn: tunnel === undefined ? undefined : dsn,
    }),
    integrations: [],
    stackParser: () => [],
    sendClientReports: false,
  });
  if (client.getDsn() === undefined) throw new Error("Expected the DSN of a project.");

  return {
    send: (report) =>
      new Promise((resolve) => {
        if (abort.signal.aborted) return resolve("aborted");
        const event = toSentryEvent(report);
        const settle: PendingEvent["settle"] = (outcome) => {
          pendingById.delete(report.id);
          resolve(outcome);
        };
        pendingById.set(report.id, { event, settle });
        // Not `captureEvent`: every scope of the page would add to it, and could read it.
        client.sendEvent(structuredClone(event));
      }),
    close() {
      abort.abort();
      for (const { settle } of pendingById.values()) settle("aborted");
      void client.close(0);
    },
  };
}
