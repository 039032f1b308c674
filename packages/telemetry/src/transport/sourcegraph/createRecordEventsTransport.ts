import type { Transport } from "../Transport.ts";
import {
  createGraphQLTransport,
  type SourcegraphTransportOptions,
} from "./createGraphQLTransport.ts";
import { toRecordedEvents } from "./toRecordedEvents.ts";

const query =
  "mutation RecordEvents($events: [TelemetryEventInput!]!) { telemetry { recordEvents(events: $events) { alwaysNil } } }";

/** How a newer instance is reached, and what it may hand on. */
export interface RecordEventsTransportOptions extends SourcegraphTransportOptions {
  /**
   * Whether IDs travel as private metadata alone, under the action `executed`. An instance hands
   * features and actions on to its vendor; the IDs of a company's own extensions are its own affair.
   * Default: false.
   */
  readonly privateIds?: boolean;
}

/**
 * Makes the transport to a newer Sourcegraph instance, from version 5.2.5 on: the mutation
 * `telemetry.recordEvents`, with the ID as `action` where it fits.
 *
 * @example
 * createTelemetryClient({ ...options, transport: createRecordEventsTransport({
 *   headers: { authorization: `token ${accessToken}` },
 * }) });
 */
export function createRecordEventsTransport(options: RecordEventsTransportOptions = {}): Transport {
  const { privateIds = false } = options;
  const toEvents: Parameters<typeof createGraphQLTransport>[2] = (batch) =>
    toRecordedEvents(batch, privateIds);
  return createGraphQLTransport("sourcegraph-record-events", query, toEvents, options);
}
