import { actionTelemetry } from "./actionTelemetry.ts";
import { amplitude } from "./amplitude.ts";
import { faro } from "./faro.ts";
import { opentelemetry } from "./opentelemetry.ts";
import type { Peer } from "./Peer.ts";
import { posthog } from "./posthog.ts";
import { segment } from "./segment.ts";
import { snowplow } from "./snowplow.ts";
import { sourcegraph } from "./sourcegraph.ts";

/** Every client that is measured, in the order of the tables. */
export const peers: readonly Peer[] = [
  actionTelemetry,
  posthog,
  snowplow,
  segment,
  amplitude,
  faro,
  opentelemetry,
  sourcegraph,
];
