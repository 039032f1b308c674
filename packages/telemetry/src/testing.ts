export {
  createTestRecorder,
  type RecordedEvent,
  type TestRecorder,
} from "./testing/createTestRecorder.ts";
