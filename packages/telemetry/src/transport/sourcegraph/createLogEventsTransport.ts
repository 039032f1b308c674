import type { Transport } from "../Transport.ts";
import {
  createGraphQLTransport,
  type SourcegraphTransportOptions,
} from "./createGraphQLTransport.ts";
import { toLogEvents } from "./toLogEvents.ts";

const query = "mutation LogEvents($events: [Event!]) { logEvents(events: $events) { alwaysNil } }";

/**
 * Makes the transport to an older Sourcegraph instance, from March 2022 on: the mutation `logEvents`,
 * with the ID as `event`.
 *
 * @example
 * createTelemetryClient({ ...options, transport: createLogEventsTransport({
 *   headers: { authorization: `token ${accessToken}` },
 * }) });
 */
export function createLogEventsTransport(options: SourcegraphTransportOptions = {}): Transport {
  return createGraphQLTransport("sourcegraph-log-events", query, toLogEvents, options);
}
