import { captureErrors } from "./capture/captureErrors.ts";
import { checkOptions } from "./checkOptions.ts";
import { createLedger } from "./createLedger.ts";
import type {
  ErrorReporting,
  ReportingConsent,
  ReportingOptions,
  ReportingStatus,
} from "./ErrorReporting.ts";
import type { ErrorCircumstances } from "./report/buildReport.ts";
import { createIntake, type Taken } from "./report/createIntake.ts";
import { createRandomId } from "./report/createRandomId.ts";
import type { ErrorReport } from "./report/ErrorReport.ts";
import type { Delivery } from "./sending/createDelivery.ts";

/** How many reports wait for a decision. */
const mostWaiting = 10;

const statusByConsent: Readonly<Record<ReportingConsent, ReportingStatus>> = {
  unknown: "waiting",
  granted: "on",
  denied: "off",
};

/**
 * Makes the reporting of one script's errors over a way that leads somewhere.
 *
 * @throws TypeError when an option would make reports that nobody can read.
 */
export function createReporting(options: ReportingOptions, delivery: Delivery): ErrorReporting {
  checkOptions(options);
  const { target = globalThis } = options;
  const intake = createIntake(readContext(options));
  const ledger = createLedger("waiting");
  let consent = options.consent ?? "unknown";
  let waiting: readonly ErrorReport[] = [];
  /** Another one after every refusal: what came of reports from before is forgotten with the rest. */
  let era = {};
  let endCapture = () => {};

  async function deliver(report: ErrorReport): Promise<void> {
    const began = era;
    const outcome = await delivery.send(report);
    if (began === era) ledger.settle(report, outcome);
  }

  function take(thrown: unknown, circumstances: ErrorCircumstances): void {
    if (consent !== "denied") handle(intake.take(thrown, circumstances));
  }

  function handle(taken: Taken | undefined): void {
    if (taken === undefined) return;
    if (taken.kind === "dropped") ledger.addDropped(taken.reason);
    else if (consent === "granted") void deliver(taken.report);
    else if (waiting.length < mostWaiting) waiting = [...waiting, taken.report];
    else ledger.addDropped("waiting-full");
  }

  function apply(next: ReportingConsent): void {
    consent = next;
    endCapture();
    endCapture = () => {};
    delivery.stop();
    if (consent === "granted") {
      delivery.start();
      if (target !== null) {
        endCapture = captureErrors(target, (thrown) => take(thrown, { handled: false }));
      }
      for (const report of waiting) void deliver(report);
      waiting = [];
    } else if (consent === "denied") {
      era = {};
      waiting = [];
      intake.forget();
      ledger.forget();
    }
    ledger.setStatus(statusByConsent[consent]);
  }

  apply(consent);
  return {
    report: (thrown, { actionId } = {}) => take(thrown, { handled: true, actionId }),
    forward(report) {
      if (consent !== "denied") handle(intake.admit(report));
    },
    setConsent(next) {
      if (next !== consent) apply(next);
    },
    getSnapshot: ledger.getSnapshot,
    subscribe: ledger.subscribe,
    close: () => apply("denied"),
  };
}

function readContext(options: ReportingOptions) {
  const { release, surface, script, codeHost, scripts, files, errorTypes } = options;
  return {
    facts: { release, surface, script, ...(codeHost !== undefined && { codeHost }) },
    scripts: { bases: scripts, files: files && new Set(files) },
    errorTypes: new Set(errorTypes),
    now: options.now ?? Date.now,
    createId: options.createId ?? createRandomId,
  };
}
