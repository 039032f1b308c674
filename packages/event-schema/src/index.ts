export type { ActionId } from "./ActionId.ts";
export type { BatchAnswer, RejectedEvent } from "./BatchAnswer.ts";
export { completionEventName } from "./completionEventName.ts";
export { type ArgumentsRejection, copyJsonObject } from "./copyJsonObject.ts";
export type { ErrorAnswer } from "./ErrorAnswer.ts";
export type { BatchHeader, ClientInfo, EventBatch } from "./EventBatch.ts";
export {
  type CatalogueEvent,
  type CatalogueField,
  eventCatalogue,
  type PersonalData,
} from "./eventCatalogue.ts";
export { extensionEventCatalogue, extensionEventNames } from "./extensionEventCatalogue.ts";
export { actionIdPattern, isActionId } from "./isActionId.ts";
export { isDropReason } from "./isDropReason.ts";
export { isEventId } from "./isEventId.ts";
export { isInstanceURL } from "./isInstanceURL.ts";
export { isTimestamp } from "./isTimestamp.ts";
export type { JsonObject, JsonValue } from "./JsonValue.ts";
export {
  argumentsBytes,
  argumentsDepth,
  batchBytes,
  batchEvents,
  droppedReasons,
  durationMs,
  idLength,
  keepaliveBytes,
  limits,
  queueBytes,
  queueEvents,
  responseBytes,
  urlLength,
  versionLength,
} from "./limits.ts";
export { type BatchError, isClientVersion } from "./parseBatchHeader.ts";
export { type EventRejection, isOutcome, isTrigger, parseEvent } from "./parseEvent.ts";
export { type ParsedBatch, parseEventBatch } from "./parseEventBatch.ts";
export { actionEventsPath, paths } from "./paths.ts";
export { extensionPlatforms, platforms } from "./platforms.ts";
export type { Result } from "./Result.ts";
export { type Surface, surfaces } from "./surfaces.ts";
export type { Outcome, TelemetryEvent, Trigger } from "./TelemetryEvent.ts";
export { utf8Length } from "./utf8Length.ts";
