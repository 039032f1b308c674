export { createManualClock, type ManualClock } from "./testing/createManualClock.ts";
export { createMemoryStorage } from "./queue/createMemoryStorage.ts";
export { createMemoryTransport, type MemoryTransport } from "./transport/createMemoryTransport.ts";
export {
  createScriptedFetch,
  type ScriptedAnswer,
  type ScriptedFetch,
  type ScriptedRequest,
} from "./testing/createScriptedFetch.ts";
export {
  createTestRecorder,
  type RecordedEvent,
  type TestRecorder,
} from "./testing/createTestRecorder.ts";
