import type { SentBatch, TelemetryInspection } from "@action-telemetry/telemetry";
import type { InspectorStatus, InspectorStatusKind } from "./readStatus.ts";

/** The texts of `TelemetryInspector`. */
export interface InspectorMessages {
  /** The heading of the inspector. */
  readonly inspectorTitle: string;
  /** Shown until the client has answered. */
  readonly inspectorReading: string;
  /** Shown when the client does not answer. */
  readonly inspectorUnreadable: string;
  /** The name of the button that tries again: to read, or to send. */
  readonly inspectorRetry: string;
  /** How it stands, in a word or two. */
  readonly inspectorStatus: (kind: InspectorStatusKind) => string;
  /** What is the matter, in a sentence or two; `undefined` where nothing is. */
  readonly inspectorProblem: (status: InspectorStatus) => string | undefined;
  /** Said when the storage does not work. */
  readonly inspectorStorageFailed: string;
  /** The names of the facts. */
  readonly inspectorInstance: string;
  readonly inspectorAnonymousId: string;
  readonly inspectorStorage: string;
  /** In place of an ID. */
  readonly inspectorNoId: string;
  /** Where events are kept. */
  readonly inspectorKeptIn: (inspection: TelemetryInspection) => string;
  /** The heading of the queue, and what is shown when it is empty. */
  readonly queueTitle: string;
  readonly queueEmpty: string;
  /** Said of an event that carries arguments. */
  readonly queueArguments: string;
  /** Said of an event of the alternative action. */
  readonly queueAlternative: string;
  /** Under a long list. */
  readonly queueMore: (count: number) => string;
  /** The name of the button that shows more of it. */
  readonly queueShowMore: (count: number) => string;
  /** The heading of the last batches, and what is shown when there are none. */
  readonly sentTitle: string;
  readonly sentEmpty: string;
  readonly eventCount: (count: number) => string;
  readonly byteCount: (count: number) => string;
  /** What became of a batch. */
  readonly sentOutcome: (batch: SentBatch) => string;
  /** Said above the bytes. */
  readonly sentBytes: string;
  /** The heading of the drops, and what is shown when there are none. */
  readonly lostTitle: string;
  readonly lostEmpty: string;
  /** A reason, in words. */
  readonly lostReason: (reason: string) => string;
  /** The names of the buttons that copy. */
  readonly copyReport: string;
  readonly copyBytes: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** The button that erases, and the question it asks. */
  readonly erase: string;
  readonly eraseTitle: string;
  readonly eraseQuestion: (count: number) => string;
  readonly eraseConfirm: string;
  readonly eraseCancel: string;
  readonly erased: string;
  /** A time as it is shown. */
  readonly formatTime: (time: string | number) => string;
}
