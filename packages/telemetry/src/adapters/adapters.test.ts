import { logs } from "@opentelemetry/api";
import type { Logger as ApiLogsLogger } from "@opentelemetry/api-logs";
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from "@opentelemetry/sdk-logs";
import { TelemetryRecorderProvider, TestTelemetryExporter } from "@sourcegraph/telemetry";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { TelemetryRecorder } from "../recorder/TelemetryRecorder.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import type { AdapterOptions } from "./AdapterOptions.ts";
import {
  recorderFromOpenTelemetry,
  type OpenTelemetryLogger,
} from "./recorderFromOpenTelemetry.ts";
import { recorderFromSourcegraph } from "./recorderFromSourcegraph.ts";
import { recorderFromTrack } from "./recorderFromTrack.ts";

const clock = createManualClock(Date.UTC(2026, 10, 22, 16, 20));
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;

/** What reached the other library: the name it was given and everything else, as it would be sent. */
interface Arrival {
  readonly name: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A recorder on top of the real library, and what arrived there. */
type SetUp = (options?: AdapterOptions) => {
  readonly recorder: TelemetryRecorder;
  readonly arrivals: () => readonly Arrival[];
};

const onSourcegraph: SetUp = (options) => {
  const exporter = new TestTelemetryExporter();
  const provider = new TelemetryRecorderProvider({ client: "test" }, exporter);
  return {
    recorder: recorderFromSourcegraph(provider.getRecorder(), { clock, ...options }),
    arrivals: () =>
      exporter.getExported().map(({ feature, action, parameters }) => {
        expect(feature).toBe("action");
        expect(parameters.metadata).toBeUndefined();
        const { action: name, ...details } = parameters.privateMetadata as Record<string, unknown>;
        expect(action).toBe(name);
        return { name: action, details };
      }),
  };
};

const onOpenTelemetry: SetUp = (options) => {
  const exporter = new InMemoryLogRecordExporter();
  const processors = [new SimpleLogRecordProcessor({ exporter })];
  const logger = new LoggerProvider({ processors }).getLogger("test");
  return {
    recorder: recorderFromOpenTelemetry(logger, { clock, ...options }),
    arrivals: () =>
      exporter.getFinishedLogRecords().map(({ eventName, hrTime, body, attributes }) => {
        expect([hrTime, body]).toEqual([[Date.UTC(2026, 10, 22, 16, 20) / 1000, 0], undefined]);
        const details = Object.entries(attributes).map(([name, value]) => [
          name.replace("action_telemetry.", "").replace("log.record.uid", "id"),
          value,
        ]);
        return {
          name: eventName ?? "",
          details: Object.fromEntries(details) as Arrival["details"],
        };
      }),
  };
};

const onTrack: SetUp = (options) => {
  const calls: Arrival[] = [];
  const track = (name: string, details: object) => {
    calls.push({ name, details: { ...details } });
    return Promise.resolve("context");
  };
  return { recorder: recorderFromTrack(track, { clock, ...options }), arrivals: () => calls };
};

const all = [
  ["@sourcegraph/telemetry", onSourcegraph],
  ["OpenTelemetry", onOpenTelemetry],
  ["track", onTrack],
] as const;

/** Gives what callers without types may pass. */
const untyped = (value: unknown) => value as never;

describe.each(all)("A recorder on %s", (_library, setUp) => {
  it("records an action by its ID, surface, trigger and nothing else", () => {
    const { recorder, arrivals } = setUp();
    const extra = {
      title: "SECRET",
      commandArguments: ["SECRET"],
      outcome: "failed",
      of: "SECRET",
    };
    recorder.recordAction(
      untyped({ actionId: "git.blame.toggle", surface: "toolbar", trigger: "pointer", ...extra }),
    );
    expect(arrivals()).toEqual([
      { name: "git.blame.toggle", details: { id: uuid, surface: "toolbar", trigger: "pointer" } },
    ]);
  });

  it("records the arguments that an action opted in to, so that the test above can see", () => {
    const { recorder, arrivals } = setUp();
    recorder.recordAction({ actionId: "file.open", arguments: { lines: 12, list: ["SECRET"] } });
    expect(arrivals()).toEqual([
      { name: "file.open", details: { id: uuid, arguments: { lines: 12, list: ["SECRET"] } } },
    ]);
  });

  it("records no arguments at all when they are not allowed", () => {
    const drops: string[] = [];
    const options = { allowArguments: false, onDrop: (reason: string) => drops.push(reason) };
    const { recorder, arrivals } = setUp(options);
    recorder.recordAction({ actionId: "file.open", arguments: { secret: "SECRET" } });
    expect(arrivals()).toEqual([{ name: "file.open", details: { id: uuid } }]);
    expect(drops).toEqual(["arguments-forbidden"]);
  });

  it("hands on a copy of the arguments", () => {
    const { recorder, arrivals } = setUp();
    const list = [1];
    recorder.recordAction({ actionId: "file.open", arguments: { list } });
    list.push(2);
    expect(arrivals()[0]?.details["arguments"]).toEqual({ list: [1] });
  });

  it("records other events by name", () => {
    const { recorder, arrivals } = setUp();
    recorder.recordEvent("hover", { surface: "hover" });
    expect(arrivals()).toEqual([{ name: "hover", details: { id: uuid, surface: "hover" } }]);
  });

  it.each([
    ["an ID out of the grammar", { actionId: "no spaces" }, "invalid-name"],
    ["a surface out of the grammar", { actionId: "a", surface: "x y" }, "invalid-surface"],
    ["nothing", undefined, "record-failed"],
  ])("drops %s, says so and does not throw", (_what, value, reason) => {
    const drops: string[] = [];
    const { recorder, arrivals } = setUp({ onDrop: (dropped) => drops.push(dropped) });
    recorder.recordAction(untyped(value));
    expect([arrivals(), drops]).toEqual([[], [reason]]);
  });

  it("records nothing while it is off, or nobody can say", () => {
    let on = true;
    const { recorder, arrivals } = setUp({ isOn: () => on });
    recorder.recordEvent("hover");
    on = false;
    recorder.recordEvent("hover");
    const broken = setUp({
      isOn: () => {
        throw new Error("no");
      },
    });
    broken.recorder.recordEvent("hover");
    expect([arrivals().length, broken.arrivals().length]).toEqual([1, 0]);
  });

  it("says how an execution ended, only if it is told to", () => {
    const { recorder, arrivals } = setUp({ outcomes: true });
    recorder.recordAction({ actionId: "file.open" })?.("failed");
    const [first, second] = arrivals();
    expect(second).toEqual({
      name: "action.completed",
      details: {
        id: uuid,
        outcome: "failed",
        of: first?.details["id"],
        [second?.details["duration_ms"] === undefined ? "durationMs" : "duration_ms"]: 0,
      },
    });
    expect(setUp().recorder.recordAction({ actionId: "file.open" })).toBeUndefined();
  });
});

describe("A recorder on @sourcegraph/telemetry", () => {
  it.each(["under_score", "Capital", "a", "sourcegraph/git-extras", "a".repeat(65)])(
    "records the ID %s, which the library would throw for, as private metadata",
    (name) => {
      const exporter = new TestTelemetryExporter();
      const provider = new TelemetryRecorderProvider({ client: "test" }, exporter);
      const theirs = provider.getRecorder();
      expect(() => theirs.recordEvent(name as "feature", "executed")).toThrow(/must/);
      recorderFromSourcegraph(theirs).recordAction({ actionId: untyped(name) });
      expect(exporter.getExported()).toMatchObject([
        { action: "executed", parameters: { privateMetadata: { action: name } } },
      ]);
    },
  );

  it("keeps every ID private when told to", () => {
    const exporter = new TestTelemetryExporter();
    const provider = new TelemetryRecorderProvider({ client: "test" }, exporter);
    const recorder = recorderFromSourcegraph(provider.getRecorder(), { privateIds: true });
    recorder.recordAction({ actionId: "git.blame.toggle" });
    expect(exporter.getExported()).toMatchObject([
      { action: "executed", parameters: { privateMetadata: { action: "git.blame.toggle" } } },
    ]);
  });
});

describe("A recorder on OpenTelemetry", () => {
  it("takes loggers of both API packages", () => {
    expectTypeOf<ApiLogsLogger>().toExtend<OpenTelemetryLogger>();
    const recorder = recorderFromOpenTelemetry(logs.getLogger("without a provider"));
    expect(() => recorder.recordEvent("hover")).not.toThrow();
  });
});

describe("A recorder on something broken", () => {
  const fail = () => {
    throw new Error("no");
  };
  const thenable = new Proxy({}, { get: fail });

  it.each([
    ["throws", fail],
    ["rejects", () => Promise.reject(new Error("no"))],
    ["returns what throws when it is awaited", () => thenable],
    ["is no function", untyped(undefined)],
  ])("that %s drops the event, says so and does not throw", async (_how, broken) => {
    const drops: string[] = [];
    const options: AdapterOptions = { onDrop: (reason) => drops.push(reason) };
    const recorders = [
      recorderFromTrack(broken, options),
      recorderFromSourcegraph({ recordEvent: broken }, options),
      recorderFromOpenTelemetry({ emit: broken }, options),
    ];
    for (const recorder of recorders) {
      recorder.recordAction({ actionId: "file.open" });
      recorder.recordEvent("hover");
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(drops).toEqual(Array.from({ length: 6 }, () => "record-failed"));
  });

  it("survives a listener that throws", () => {
    expect(() => recorderFromTrack(fail, { onDrop: fail }).recordEvent("hover")).not.toThrow();
  });
});
