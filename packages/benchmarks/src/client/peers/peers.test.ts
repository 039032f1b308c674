import { expect, test } from "vitest";
import { createRequest } from "../testing/createRequest.ts";
import { actionTelemetry } from "./actionTelemetry.ts";
import { amplitude } from "./amplitude.ts";
import { faro } from "./faro.ts";
import { opentelemetry } from "./opentelemetry.ts";
import { peers } from "./peers.ts";
import { posthog } from "./posthog.ts";
import { segment } from "./segment.ts";
import { snowplow } from "./snowplow.ts";
import { sourcegraph } from "./sourcegraph.ts";

test("a batch of Action Telemetry is counted by the action ID and the event ID", () => {
  const events = [
    { id: "a", name: "benchmark/7" },
    { id: "b", name: "hover" },
  ];
  expect(actionTelemetry.decode(createRequest("/.api/action-events", { events }))).toEqual([
    { marker: 7, identity: "a" },
  ]);
});

test("compressed and plain bodies of PostHog are counted, in batches and alone", () => {
  const event = { uuid: "a", properties: { marker: 7 } };
  const expected = [{ marker: 7, identity: "a" }];
  expect(posthog.decode(createRequest("/e/", [event], { isCompressed: true }))).toEqual(expected);
  expect(posthog.decode(createRequest("/e/", { batch: [event] }))).toEqual(expected);
  expect(posthog.decode(createRequest("/i/v0/e/", event))).toEqual(expected);
});

test("a payload of Snowplow is counted by the label and the event ID", () => {
  const data = [{ eid: "a", se_la: "7" }];
  expect(snowplow.decode(createRequest("/com.snowplowanalytics.snowplow/tp2", { data }))).toEqual([
    { marker: 7, identity: "a" },
  ]);
});

test("single and batched events of Segment are counted", () => {
  const event = { messageId: "a", properties: { marker: 7 } };
  const expected = [{ marker: 7, identity: "a" }];
  expect(segment.decode(createRequest("/v1/t", event))).toEqual(expected);
  expect(segment.decode(createRequest("/v1/b", { batch: [event] }))).toEqual(expected);
});

test("an upload of Amplitude is counted by the insert ID", () => {
  const events = [{ insert_id: "a", event_properties: { marker: 7 } }];
  expect(amplitude.decode(createRequest("/2/httpapi", { events }))).toEqual([
    { marker: 7, identity: "a" },
  ]);
});

test("events of Faro are told apart by their request's key and their place in it", () => {
  const events = [{ attributes: { marker: "7" } }, { attributes: { marker: "8" } }];
  const headers = { "idempotency-key": "k" };
  expect(faro.decode(createRequest("/collect", { events }, { headers }))).toEqual([
    { marker: 7, identity: "k/0" },
    { marker: 8, identity: "k/1" },
  ]);
});

test("log records of OpenTelemetry are counted and have no identity", () => {
  const attributes = [{ key: "marker", value: { intValue: 7 } }];
  const resourceLogs = [{ scopeLogs: [{ logRecords: [{ attributes }] }] }];
  expect(opentelemetry.decode(createRequest("/v1/logs", { resourceLogs }))).toEqual([
    { marker: 7, identity: undefined },
  ]);
});

test("events of @sourcegraph/telemetry are counted and have no identity", () => {
  const events = [{ parameters: { metadata: [{ key: "marker", value: 7 }] } }];
  expect(sourcegraph.decode(createRequest("/.api/graphql", { variables: { events } }))).toEqual([
    { marker: 7, identity: undefined },
  ]);
});

test.each(peers)("$name sees no events in other requests and in bodies that are broken", (peer) => {
  const paths = ["/.api/action-events", "/e/", "/v1/t", "/2/httpapi", "/collect", "/v1/logs"];
  for (const path of [...paths, "/.api/graphql", "/com.snowplowanalytics.snowplow/tp2", "/other"]) {
    expect(peer.decode(createRequest(path, null))).toEqual([]);
    expect(peer.decode({ ...createRequest(path, 0), body: Buffer.from("{") })).toEqual([]);
  }
});
