export type { AdapterOptions } from "./adapters/AdapterOptions.ts";
export {
  type LogValue,
  type OpenTelemetryLogger,
  recorderFromOpenTelemetry,
} from "./adapters/recorderFromOpenTelemetry.ts";
export {
  recorderFromSourcegraph,
  type SourcegraphAdapterOptions,
  type SourcegraphRecorder,
} from "./adapters/recorderFromSourcegraph.ts";
export { recorderFromTrack, type Track } from "./adapters/recorderFromTrack.ts";
