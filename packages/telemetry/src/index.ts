export { noopRecorder } from "./recorder/noopRecorder.ts";
export type {
  ActionEventInput,
  EventDetails,
  TelemetryRecorder,
} from "./recorder/TelemetryRecorder.ts";
