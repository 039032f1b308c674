import type { TelemetryEvent } from "@action-telemetry/event-schema";
import { parseEvent } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../platform/systemRandom.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createRecorder } from "./createRecorder.ts";
import type { CompleteAction } from "./TelemetryRecorder.ts";

function setUp(options: Parameters<typeof createClientFixture>[0] = {}) {
  const fixture = createClientFixture({ outcomes: true, ...options });
  const start = (actionId: "file.open" = "file.open") =>
    fixture.client.recorder.recordAction({ actionId }) as CompleteAction;
  const events = async (): Promise<readonly TelemetryEvent[]> => {
    await fixture.client.flush();
    return fixture.batches().flatMap((batch) => batch.events);
  };
  return { ...fixture, start, events };
}

describe("A client with outcomes switched on", () => {
  it("follows an execution with an event that says how it ended, after how long", async () => {
    const { start, clock, events } = setUp();
    const complete = start();
    await clock.advance(184);
    complete("failed");
    const [first, second, ...more] = await events();
    expect(first).toMatchObject({ name: "file.open" });
    expect(second).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "action.completed",
      time: new Date(Date.parse(first?.time ?? "") + 184).toISOString(),
      outcome: "failed",
      durationMs: 184,
      of: first?.id,
    });
    expect(more).toEqual([]);
    expect(parseEvent(second).ok).toBe(true);
  });

  it("says it once", async () => {
    const { start, events } = setUp();
    const complete = start();
    complete("succeeded");
    complete("failed");
    expect((await events()).map(({ outcome }) => outcome)).toEqual([undefined, "succeeded"]);
  });

  it.each(["ok", "", new Error("SECRET"), { message: "SECRET" }, undefined, null, 1])(
    "says nothing for the outcome %j, which is none, and counts it",
    async (outcome) => {
      const { start, events, client, clock, network } = setUp({ answers: [{ status: 503 }] });
      start()(outcome as "failed");
      await clock.advance(50);
      expect((await client.inspect()).queue.map(({ name }) => name)).toEqual(["file.open"]);
      expect((await client.inspect()).dropped).toEqual({ "invalid-outcome": 1 });
      await events();
      expect(JSON.stringify(network.requests)).not.toContain("SECRET");
    },
  );

  it("says nothing of how long it took when the clock was set meanwhile", async () => {
    for (const time of [0, Date.UTC(2099, 0, 1)]) {
      const { start, clock, client } = setUp({ answers: [{ status: 503 }] });
      const complete = start();
      clock.jump(time);
      complete("succeeded");
      await clock.settle();
      const { queue } = await client.inspect();
      const completion = queue.find(({ name }) => name === "action.completed");
      expect(completion).toMatchObject({ outcome: "succeeded" });
      expect(completion).not.toHaveProperty("durationMs");
    }
  });

  it("keeps completion events over a restart, like all others", async () => {
    const before = setUp({ answers: [{ status: 503 }] });
    before.start()("cancelled");
    await before.clock.advance(50);
    await before.client.close();
    const after = setUp({ storage: before.storage });
    await after.clock.advance(120_000);
    expect(await after.events()).toMatchObject([
      { name: "file.open" },
      { name: "action.completed", outcome: "cancelled" },
    ]);
  });

  it("says nothing after a denial, also when consent is granted again before the end", async () => {
    const { start, client, clock, events } = setUp();
    const [lost, late] = [start(), start()];
    await clock.advance(50);
    await client.consent.set("denied");
    lost("succeeded");
    await client.consent.set("granted");
    late("succeeded");
    start()("succeeded");
    await clock.advance(50);
    const [, , third, fourth, ...more] = await events();
    expect(fourth).toMatchObject({ name: "action.completed", of: third?.id });
    expect(more).toEqual([]);
  });

  it("says nothing of what the person had erased, whose ID would link the new to the old", async () => {
    const { start, client, clock, batches } = setUp();
    const complete = start();
    await clock.advance(50);
    const sent = batches()[0]?.events[0];
    await client.erase();
    complete("succeeded");
    start()("succeeded");
    await clock.advance(50);
    await client.flush();
    expect(sent?.name).toBe("file.open");
    expect(JSON.stringify(batches().slice(1))).not.toContain(sent?.id ?? "");
    expect(JSON.stringify(batches().slice(1))).toContain("action.completed");
  });
});

describe("A recorder with outcomes switched on", () => {
  it("does not throw when the clock fails as an execution begins or ends", () => {
    const times = [0, "fail", 0, 0, "fail"] as const;
    const drops: string[] = [];
    let reads = 0;
    const now = () => {
      const time = times[reads++];
      if (time === "fail") throw new Error("no");
      return time ?? 0;
    };
    const recorder = createRecorder({
      clock: { now, setTimer: () => () => undefined },
      random: systemRandom,
      isOn: () => true,
      outcomes: true,
      era: () => undefined,
      add: () => undefined,
      drop: (reason) => drops.push(reason),
    });
    expect(recorder.recordAction({ actionId: "file.open" })).toBeUndefined();
    recorder.recordAction({ actionId: "file.open" })?.("succeeded");
    expect(drops).toEqual(["record-failed", "record-failed"]);
  });
});

describe("A client with outcomes left off", () => {
  it("asks for none, and sends none", async () => {
    const { client, events } = setUp({ outcomes: false });
    expect(client.recorder.recordAction({ actionId: "file.open" })).toBeUndefined();
    expect(createClientFixture().client.recorder.recordAction({ actionId: "a" })).toBeUndefined();
    expect((await events()).map(({ name }) => name)).toEqual(["file.open"]);
  });
});

describe("Arguments", () => {
  const execution = { actionId: "file.open", arguments: { secret: "SECRET" } } as const;
  const fail = () => {
    throw new Error("no");
  };

  it.each([
    ["the application", false],
    ["the instance", () => false],
    ["a policy that cannot be read", fail],
    ["a policy that is neither yes nor no", (() => "yes") as unknown as () => boolean],
    ["a setting without a type", "true" as unknown as boolean],
  ])("are not recorded where %s forbids them, and that is counted", async (_who, policy) => {
    const { client, network, events } = setUp({ allowArguments: policy });
    client.recorder.recordAction(execution);
    client.recorder.recordEvent("hover", { arguments: { secret: "SECRET" } });
    client.recorder.recordEvent("hover");
    expect(await events()).toMatchObject([
      { name: "file.open" },
      { name: "hover" },
      { name: "hover" },
    ]);
    expect(JSON.stringify(network.requests)).not.toContain("SECRET");
    expect(network.requests.map(({ init }) => init.body).join()).toContain(
      '"dropped":{"arguments-forbidden":2}',
    );
  });

  it.each([
    ["nobody says anything", {}],
    ["the application allows them", { allowArguments: true }],
    ["the instance allows them", { allowArguments: () => true }],
  ])("are recorded where %s, so that the test above can see", async (_who, options) => {
    const { client, events } = setUp(options);
    client.recorder.recordAction(execution);
    expect(await events()).toMatchObject([{ arguments: { secret: "SECRET" } }]);
  });

  it.each([
    "arguments-not-json",
    "arguments-too-deep",
    "arguments-too-large",
    "arguments-forbidden-key",
    "arguments-malformed-text",
    "log-arguments-failed",
  ] as const)("that were left out before are counted as %s", async (argumentsDropped) => {
    const { client, batches, events } = setUp();
    client.recorder.recordAction({ actionId: "file.open", argumentsDropped });
    const [event] = await events();
    expect(event).toEqual({ id: event?.id, name: "file.open", time: event?.time });
    expect(batches()[0]?.dropped).toEqual({ [argumentsDropped]: 1 });
  });

  it.each(["arguments-SECRET", "secret", "log-arguments-failed secret", ["x"], null, 1])(
    "that were left out for the reason %j, which is none, are not counted",
    async (argumentsDropped) => {
      const { client, batches, events } = setUp();
      client.recorder.recordAction({ actionId: "file.open", argumentsDropped } as never);
      expect(await events()).toHaveLength(1);
      expect(batches()[0]).not.toHaveProperty("dropped");
    },
  );

  it("are forbidden from the moment on that the instance forbids them", async () => {
    let allowed = true;
    const { client, events } = setUp({ allowArguments: () => allowed });
    client.recorder.recordAction(execution);
    allowed = false;
    client.recorder.recordAction(execution);
    expect((await events()).map((event) => event.arguments)).toEqual([
      { secret: "SECRET" },
      undefined,
    ]);
  });
});
