export type { SourcegraphTransportOptions } from "./transport/sourcegraph/createGraphQLTransport.ts";
export { createLogEventsTransport } from "./transport/sourcegraph/createLogEventsTransport.ts";
export {
  createRecordEventsTransport,
  type RecordEventsTransportOptions,
} from "./transport/sourcegraph/createRecordEventsTransport.ts";
