export {
  type ActionId,
  type CatalogueEvent,
  type CatalogueField,
  eventCatalogue,
  isActionId,
} from "@action-telemetry/event-schema";
export type { Consent } from "./consent/Consent.ts";
export { type ConsentState, isConsentState } from "./consent/ConsentState.ts";
export {
  decideTelemetry,
  type SettingState,
  type TelemetryDecision,
  type TelemetryInputs,
} from "./consent/decideTelemetry.ts";
export { createTelemetryClient } from "./createTelemetryClient.ts";
export { createEventIds } from "./identity/createEventIds.ts";
export type { AbortSignalLike } from "./platform/Abort.ts";
export type { Clock } from "./platform/Clock.ts";
export { type Locks, noLocks } from "./platform/Locks.ts";
export { systemClock } from "./platform/systemClock.ts";
export { type RandomBytes, systemRandom } from "./platform/systemRandom.ts";
export { noChannel, type TabChannel } from "./platform/TabChannel.ts";
export { createMemoryStorage } from "./queue/createMemoryStorage.ts";
export type { DropCounts } from "./queue/DropCounts.ts";
export type {
  QueueRow,
  QueueStore,
  StoreChange,
  StoredRow,
  TelemetryStorage,
} from "./queue/QueueStore.ts";
export { noopRecorder } from "./recorder/noopRecorder.ts";
export type { ArgumentsDrop } from "./recorder/ArgumentsDrop.ts";
export type { ArgumentsPolicy } from "./recorder/ArgumentsPolicy.ts";
export type { KnownActionId } from "./recorder/KnownActionId.ts";
export type {
  ActionEventInput,
  CompleteAction,
  EventDetails,
  TelemetryRecorder,
} from "./recorder/TelemetryRecorder.ts";
export type { SentBatch } from "./sender/createDispatcher.ts";
export type { SenderStatus } from "./sender/Sender.ts";
export type {
  LifecycleListener,
  TelemetryClient,
  TelemetryClientOptions,
  TelemetryInspection,
} from "./TelemetryClient.ts";
export { createConsoleTransport } from "./transport/createConsoleTransport.ts";
export {
  createInstanceTransport,
  type InstanceTransportOptions,
} from "./transport/createInstanceTransport.ts";
export { createMemoryTransport, type MemoryTransport } from "./transport/createMemoryTransport.ts";
export type { FetchInit, FetchLike, FetchResponse } from "./transport/FetchLike.ts";
export type { SendOptions, SendResult, Transport } from "./transport/Transport.ts";
