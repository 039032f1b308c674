import type { TelemetryInspection } from "@action-telemetry/telemetry";
import { describe, expect, it } from "vitest";
import { readStatus } from "./readStatus.ts";

const event = { id: "1", name: "a", time: "2026-11-22T12:00:00.000Z" };
const failed = { sentAt: event.time, body: "{}", events: 1, outcome: "retry", reason: "network" };
const calm: TelemetryInspection = {
  instanceUrl: "https://instance.example",
  consent: "granted",
  status: "idle",
  storage: "persistent",
  queue: [],
  dropped: {},
  sent: [],
};

describe("readStatus", () => {
  it.each<[string, Partial<TelemetryInspection>, boolean, object]>([
    ["nothing waits", {}, true, { kind: "idle" }],
    ["something waits", { queue: [event], status: "scheduled" }, true, { kind: "waiting" }],
    ["a batch is on its way", { queue: [event], status: "sending" }, true, { kind: "sending" }],
    ["consent is denied", { consent: "denied", status: "off" }, true, { kind: "denied" }],
    ["consent is denied offline", { consent: "denied", status: "off" }, false, { kind: "denied" }],
    ["nothing is decided", { consent: "unknown", status: "off" }, true, { kind: "undecided" }],
    ["there is no network", { queue: [event], status: "paused" }, false, { kind: "offline" }],
    [
      "the instance does not want events",
      { status: "paused", sent: [{ ...failed, outcome: "pause", reason: "http-403" }] },
      true,
      { kind: "paused", reason: "http-403" },
    ],
    [
      "the last attempt failed",
      { queue: [event], retryAt: 5, sent: [failed as TelemetryInspection["sent"][number]] },
      true,
      { kind: "retrying", reason: "network", retryAt: 5 },
    ],
    [
      "another tab's attempt failed",
      { queue: [event], retryAt: 5 },
      true,
      { kind: "retrying", reason: undefined, retryAt: 5 },
    ],
    ["what failed has been erased", { retryAt: 5 }, true, { kind: "idle" }],
  ])("says how it stands when %s", (_when, changes, online, expected) => {
    expect(readStatus({ ...calm, ...changes }, online)).toEqual(expected);
  });
});
