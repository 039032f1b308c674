import { type ActionId as CheckedId, resolveAction } from "@action-telemetry/actions";
import {
  type ActionId,
  createMemoryTransport,
  createTelemetryClient,
} from "@action-telemetry/telemetry";
import { recorderFromTrack } from "@action-telemetry/telemetry/adapters";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createExecutors } from "./createExecutors.ts";

/** The executor of a client's recorder, and what the client sent. */
function setUp(outcomes: boolean) {
  const transport = createMemoryTransport();
  const client = createTelemetryClient({
    instanceUrl: "https://instance.example",
    source: "WEB",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    consent: "granted",
    transport,
    outcomes,
  });
  const executor = createExecutors(undefined, () => undefined)(client.recorder);
  return { client, executor, transport };
}

const failing = resolveAction({
  id: "file.open",
  title: "Open",
  run: () => Promise.reject(new Error("SECRET")),
});
const click = { surface: "toolbar", trigger: "pointer" } as const;

describe("The executor of a recorder", () => {
  it("tells the application what failed", async () => {
    const told: unknown[] = [];
    const { client } = setUp(false);
    const executorFor = createExecutors(
      undefined,
      () => undefined,
      ({ code }, actionId) => told.push([code, actionId]),
    );
    await executorFor(client.recorder).execute(failing, click);
    expect(told).toEqual([["command-failed", "file.open"]]);
  });

  it("records one event for an execution", async () => {
    const { client, executor, transport } = setUp(false);
    await executor.execute(failing, click);
    await client.flush();
    expect(transport.events.map(({ name }) => name)).toEqual(["file.open"]);
  });

  it("records once with the track function of another library", async () => {
    const tracked: unknown[] = [];
    const recorder = recorderFromTrack((...call) => tracked.push(call));
    const executor = createExecutors(undefined, () => undefined)(recorder);
    await executor.execute(failing, click);
    const id: unknown = expect.any(String);
    expect(tracked).toEqual([["file.open", { id, ...click }]]);
  });

  it("hands on IDs that both packages know to be checked", () => {
    expectTypeOf<CheckedId>().toEqualTypeOf<ActionId>();
  });

  it("counts arguments that could not be logged", async () => {
    const { client, executor } = setUp(false);
    const logArguments = () => ({ text: "x".repeat(2000) });
    await executor.execute(failing, { ...click, logArguments });
    expect((await client.inspect()).dropped).toEqual({ "arguments-too-large": 1 });
  });

  it("records how it ended, without a message, where the client asks for outcomes", async () => {
    const { client, executor, transport } = setUp(true);
    await executor.execute(failing, click);
    await client.flush();
    const [first, second, ...more] = transport.events;
    expect(first).toMatchObject({ name: "file.open", surface: "toolbar" });
    expect(second).toMatchObject({ name: "action.completed", outcome: "failed", of: first?.id });
    expect(more).toEqual([]);
    expect(transport.bodies.join()).not.toContain("SECRET");
  });
});
