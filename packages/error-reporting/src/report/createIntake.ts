import { createLimiter } from "../limit/createLimiter.ts";
import { buildReport, type ErrorCircumstances, type ReportContext } from "./buildReport.ts";
import type { ErrorReport } from "./ErrorReport.ts";
import { isExpected } from "./isExpected.ts";

/** What becomes of an error: a report, or a reason why there is none. */
export type Taken =
  | { readonly kind: "report"; readonly report: ErrorReport }
  | { readonly kind: "dropped"; readonly reason: string };

/** Makes reports of errors, of each at most one. */
export interface Intake {
  /** @returns undefined for what is no error, and for one that was taken before. Never throws. */
  take(thrown: unknown, circumstances: ErrorCircumstances): Taken | undefined;
  /** Takes a report that another script has made. */
  admit(report: ErrorReport): Taken;
  /** Forgets which errors were taken. */
  forget(): void;
}

/** Makes an intake. */
export function createIntake(context: ReportContext): Intake {
  let limiter = createLimiter();
  let seen = new WeakSet<object>();

  function isNew(thrown: unknown): boolean {
    if (typeof thrown !== "object" || thrown === null) return true;
    const isKnown = seen.has(thrown);
    seen.add(thrown);
    return !isKnown;
  }

  function build(thrown: unknown, circumstances: ErrorCircumstances): ErrorReport | undefined {
    try {
      return buildReport(thrown, circumstances, context);
    } catch {
      return undefined;
    }
  }

  function admit(report: ErrorReport): Taken {
    const reason = limiter.refuse(report.fingerprint, context.now());
    return reason === undefined ? { kind: "report", report } : { kind: "dropped", reason };
  }

  return {
    admit,
    take(thrown, circumstances) {
      if (isExpected(thrown) || !isNew(thrown)) return undefined;
      const report = build(thrown, circumstances);
      if (report === undefined) return { kind: "dropped", reason: "unreadable" };
      const isOurs = circumstances.handled || report.frames.length > 0;
      return isOurs ? admit(report) : { kind: "dropped", reason: "foreign" };
    },
    forget() {
      limiter = createLimiter();
      seen = new WeakSet();
    },
  };
}
