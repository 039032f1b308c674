import type { ReportingSnapshot, ReportingStatus } from "./ErrorReporting.ts";
import type { ErrorReport } from "./report/ErrorReport.ts";
import type { SendOutcome } from "./sending/ReportSender.ts";

/** How many sent reports are shown. */
const shown = 10;

/** Keeps count of what was sent and what was not, for the person to see. */
export interface Ledger {
  getSnapshot(): ReportingSnapshot;
  subscribe(listener: () => void): () => void;
  setStatus(status: ReportingStatus): void;
  /** Notes what became of a report. */
  settle(report: ErrorReport, outcome: SendOutcome): void;
  addDropped(reason: string): void;
  /** Forgets all counts. */
  forget(): void;
}

/** Makes an empty ledger. */
export function createLedger(status: ReportingStatus): Ledger {
  const listeners = new Set<() => void>();
  let snapshot: ReportingSnapshot = { status, ...nothing };

  function change(part: Partial<ReportingSnapshot>): void {
    snapshot = { ...snapshot, ...part };
    for (const listener of listeners) listener();
  }

  function addDropped(reason: string): void {
    const { dropped } = snapshot;
    change({ dropped: { ...dropped, [reason]: (dropped[reason] ?? 0) + 1 } });
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setStatus: (next) => change({ status: next }),
    settle(report, outcome) {
      const { sent, last } = snapshot;
      if (outcome !== "sent") addDropped(outcome);
      else change({ sent: sent + 1, last: [report, ...last].slice(0, shown) });
    },
    addDropped,
    forget: () => change(nothing),
  };
}

const nothing = { sent: 0, dropped: {}, last: [] } satisfies Omit<ReportingSnapshot, "status">;
