import { isEventId, type TelemetryEvent } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../platform/systemRandom.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import { createRecorder, type RecorderOptions } from "./createRecorder.ts";

function setUp(options: Partial<RecorderOptions> = {}) {
  const events: TelemetryEvent[] = [];
  const drops: string[] = [];
  const recorder = createRecorder({
    clock: createManualClock(Date.UTC(2026, 10, 22, 16, 20)),
    random: systemRandom,
    isOn: () => true,
    outcomes: false,
    era: () => undefined,
    add: ({ id, text }) => {
      const event = JSON.parse(text) as TelemetryEvent;
      expect(event.id).toBe(id);
      events.push(event);
    },
    drop: (reason) => drops.push(reason),
    ...options,
  });
  return { recorder, events, drops };
}

/** What callers without types may pass. */
const untyped = (value: unknown) => value as never;

describe("createRecorder", () => {
  it("records an action as an event with an ID and a time", () => {
    const { recorder, events, drops } = setUp();
    recorder.recordAction({
      actionId: "git.blame.toggle",
      surface: "toolbar",
      trigger: "pointer",
      alt: true,
      trusted: false,
      arguments: { lines: 2 },
    });
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: "git.blame.toggle",
        time: "2026-11-22T16:20:00.000Z",
        surface: "toolbar",
        trigger: "pointer",
        alt: true,
        trusted: false,
        arguments: { lines: 2 },
      },
    ]);
    expect(isEventId(events[0]?.id)).toBe(true);
    expect(drops).toEqual([]);
  });

  it("records other events by name", () => {
    const { recorder, events } = setUp();
    recorder.recordEvent("hover");
    recorder.recordEvent("hover", { surface: "hover" });
    expect(events.map(({ name, surface }) => [name, surface])).toEqual([
      ["hover", undefined],
      ["hover", "hover"],
    ]);
  });

  it("reads no field but those of an event", () => {
    const { recorder, events } = setUp();
    const extra = {
      actionId: "a",
      title: "SECRET",
      outcome: "failed",
      id: "SECRET",
      name: "SECRET",
    };
    recorder.recordAction(untyped(extra));
    expect(Object.keys(events[0] ?? {})).toEqual(["id", "name", "time"]);
    expect(events[0]?.name).toBe("a");
  });

  it("takes alt and trusted only when they say something", () => {
    const { recorder, events } = setUp();
    recorder.recordAction(untyped({ actionId: "a", alt: false, trusted: true }));
    expect(Object.keys(events[0] ?? {})).toEqual(["id", "name", "time"]);
  });

  it.each([
    ["an ID out of the grammar", { actionId: "no spaces" }, "invalid-name"],
    ["no ID", {}, "invalid-name"],
    ["a surface out of the grammar", { actionId: "a", surface: "x y" }, "invalid-surface"],
    ["an unknown trigger", { actionId: "a", trigger: "mouse" }, "invalid-trigger"],
    ["nothing", undefined, "record-failed"],
    ["null", null, "record-failed"],
    [
      "an object that throws",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
      "record-failed",
    ],
  ])("drops and counts %s, without throwing", (_what, value, reason) => {
    const { recorder, events, drops } = setUp();
    recorder.recordAction(untyped(value));
    expect(events).toEqual([]);
    expect(drops).toEqual([reason]);
  });

  it.each([
    ["too large", { text: "x".repeat(2000) }, "arguments-too-large"],
    ["too deep", { a: { b: { c: { d: {} } } } }, "arguments-too-deep"],
    ["no JSON", { when: new Date() }, "arguments-not-json"],
    ["no object", [1], "arguments-not-json"],
    ["malformed", { text: "\ud800" }, "arguments-malformed-text"],
    [
      "a trap",
      {
        get text() {
          throw new Error("no");
        },
      },
      "arguments-not-json",
    ],
  ])("records the event without arguments that are %s, and counts", (_what, args, reason) => {
    const { recorder, events, drops } = setUp();
    recorder.recordAction(untyped({ actionId: "a", arguments: args }));
    expect(events.map((event) => [event.name, event.arguments])).toEqual([["a", undefined]]);
    expect(drops).toEqual([reason]);
  });

  it("drops and counts a completion whose outcome is none", () => {
    const { recorder, events, drops } = setUp({ outcomes: true });
    recorder.recordAction({ actionId: "a" })?.("exploded" as never);
    expect(events).toHaveLength(1);
    expect(drops).toEqual(["invalid-outcome"]);
  });

  it("keeps the arguments as they were, whatever becomes of the object", () => {
    const { recorder, events } = setUp();
    const args = { list: [1] };
    recorder.recordAction({ actionId: "a", arguments: args });
    args.list.push(2);
    expect(events[0]?.arguments).toEqual({ list: [1] });
  });

  it("records nothing and counts nothing while it is off", () => {
    const { recorder, events, drops } = setUp({ isOn: () => false });
    recorder.recordAction({ actionId: "a" });
    recorder.recordAction(untyped(null));
    expect([events, drops]).toEqual([[], []]);
  });

  it("counts instead of throwing when clock or randomness fail", () => {
    const fail = () => {
      throw new Error("no");
    };
    const withoutRandom = setUp({ random: fail });
    withoutRandom.recorder.recordAction({ actionId: "a" });
    const withoutTime = setUp({
      clock: { now: () => Number.NaN, setTimer: () => () => undefined },
    });
    withoutTime.recorder.recordEvent("hover");
    expect([withoutRandom.drops, withoutTime.drops]).toEqual([
      ["record-failed"],
      ["record-failed"],
    ]);
  });
});
