import type { SentBatch } from "@action-telemetry/telemetry";
import { describeDrop } from "./describeDrop.ts";
import type { InspectorMessages } from "./InspectorMessages.ts";
import type { InspectorStatus } from "./readStatus.ts";

/** The English texts of `TelemetryInspector`. */
export const defaultInspectorMessages: InspectorMessages = {
  inspectorTitle: "Telemetry inspector",
  inspectorReading: "Reading what was recorded…",
  inspectorUnreadable: "What was recorded cannot be read at the moment.",
  inspectorRetry: "Try again",
  inspectorStatus: (kind) => statuses[kind],
  inspectorProblem,
  inspectorStorageFailed:
    "This browser’s storage does not work. What waits here is lost when the page is closed.",
  inspectorInstance: "Sent to",
  inspectorAnonymousId: "Your anonymous ID",
  inspectorStorage: "Kept in",
  inspectorNoId: "None",
  inspectorKeptIn: ({ consent, storage }) => {
    if (consent === "denied") return "Nothing is kept";
    return consent === "granted" && storage === "persistent"
      ? "This browser"
      : "Memory of this page";
  },
  queueTitle: "Will be sent",
  queueEmpty: "Nothing is waiting.",
  queueArguments: "with arguments",
  queueAlternative: "alternative",
  queueMore: (count) => `and ${number(count)} more`,
  queueShowMore: (count) => `Show ${number(count)} more`,
  sentTitle: "Last sent from this tab",
  sentEmpty: "Nothing has been sent from this tab yet.",
  eventCount: (count) => (count === 1 ? "1 event" : `${number(count)} events`),
  byteCount: (count) => (count === 1 ? "1 byte" : `${number(count)} bytes`),
  sentOutcome,
  sentBytes: "The very bytes of the request:",
  lostTitle: "Lost",
  lostEmpty: "There is no loss to report.",
  lostReason: describeDrop,
  copyReport: "Copy as JSON",
  copyBytes: "Copy",
  copied: "Copied",
  copyFailed: "Not copied",
  erase: "Erase…",
  eraseTitle: "Erase what is kept here?",
  eraseQuestion: (count) =>
    `${count === 0 ? "" : `${count === 1 ? "1 event that waits" : `${number(count)} events that wait`} will never be sent. `}Your anonymous ID is forgotten, here and in other tabs; what you do next is recorded under a new one. What the instance has received already stays there.`,
  eraseConfirm: "Erase",
  eraseCancel: "Cancel",
  erased: "Erased.",
  formatTime: (time) => timeFormat.format(new Date(time)),
};

const timeFormat = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});

const statuses = {
  denied: "Off",
  undecided: "Not decided",
  offline: "Offline",
  paused: "Paused",
  retrying: "Trying again soon",
  sending: "Sending",
  waiting: "About to send",
  idle: "Up to date",
};

function number(count: number): string {
  return count.toLocaleString("en");
}

function inspectorProblem({ kind, reason, retryAt }: InspectorStatus): string | undefined {
  switch (kind) {
    case "denied":
      return "Telemetry is off: nothing is recorded, and nothing is kept here.";
    case "undecided":
      return "Nothing is stored or sent until you decide.";
    case "offline":
      return "You are offline. Events wait here until you are back.";
    case "paused":
      return `${describeFailure(reason)} Nothing is sent until you try again or come back.`;
    case "retrying":
      return `${describeFailure(reason)} The next attempt follows ${
        retryAt === undefined ? "soon" : `on ${timeFormat.format(retryAt)}`
      }.`;
    default:
      return undefined;
  }
}

function describeFailure(reason: string | undefined): string {
  if (reason === "network") return "The instance cannot be reached.";
  if (reason === "timeout") return "The instance did not answer in time.";
  const status = /^http-(\d{3})$/.exec(reason ?? "")?.[1];
  if (status === undefined) return "The last attempt failed.";
  if (status === "401" || status === "403") return `The instance does not let you in (${status}).`;
  if (status === "404" || status === "410") return `The instance takes no events (${status}).`;
  if (status === "429") return "The instance asks for patience (429).";
  return `The instance is in trouble (${status}).`;
}

function sentOutcome({ outcome, reason }: SentBatch): string {
  const code = reason?.replace("http-", "") ?? "";
  switch (outcome) {
    case "accepted":
      return "delivered";
    case "sending":
      return "sending";
    case "aborted":
      return "stopped";
    case "split":
      return "too large, sent in parts";
    case "refused":
      return `refused (${code})`;
    case "pause":
      return `not let in (${code})`;
    case "retry":
      return `failed (${code})`;
  }
}
