import type { ErrorReport } from "@action-telemetry/error-reporting";
import type { CreateReporting } from "../background/errors/createReportingHost.ts";

/** What reports errors in a test: it keeps what it would send. */
export interface FakeReporting {
  readonly createReporting: CreateReporting;
  /** What would have been sent, by instance. */
  readonly sent: (readonly [instanceURL: string, report: ErrorReport])[];
  /** What the worker's own code reported, and about which action. */
  readonly reported: (readonly [thrown: unknown, actionId: string | undefined])[];
  /** The instances for which a reporting was made. */
  readonly made: string[];
}

/** Makes a fake that keeps reports while consent is granted. */
export function createFakeReporting(): FakeReporting {
  const fake: FakeReporting = {
    sent: [],
    reported: [],
    made: [],
    createReporting(instanceURL, initial) {
      let consent: string = initial;
      fake.made.push(instanceURL);
      return {
        report(thrown, details) {
          if (consent === "granted") fake.reported.push([thrown, details?.actionId]);
        },
        forward(report) {
          if (consent === "granted") fake.sent.push([instanceURL, report]);
        },
        setConsent(next) {
          consent = next;
        },
        close() {
          consent = "denied";
        },
      };
    },
  };
  return fake;
}
