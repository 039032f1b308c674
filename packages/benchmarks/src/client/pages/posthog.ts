import { posthog } from "posthog-js/dist/module.slim";
import type { StartClient } from "./StartClient.ts";

/** Settings: `PostHogConfig` of `@posthog/types`, and https://posthog.com/docs/libraries/js/config. */
export const start: StartClient = (instance) => {
  posthog.init("benchmark", {
    api_host: instance,
    defaults: "2026-08-30",
    // `request_queue_config` stays as it is: what is still queued when the page goes leaves as a
    // beacon, what a shorter interval has already begun to send is lost.
    // Otherwise bursts over ten a second are dropped.
    rate_limiting: { events_per_second: 100_000, events_burst_limit: 100_000 },
    // Headless browsers count as bots, whose events are dropped.
    opt_out_useragent_filter: true,
    advanced_disable_flags: true,
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    disable_external_dependency_loading: true,
    disable_session_recording: true,
    disable_surveys: true,
  });
  return (marker) => {
    posthog.capture("benchmark", { marker });
  };
};
