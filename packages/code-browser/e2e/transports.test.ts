import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTelemetryClient, type TelemetryClientOptions } from "@action-telemetry/telemetry";
import { createOtlpTransport } from "@action-telemetry/telemetry/otlp";
import {
  createLogEventsTransport,
  createRecordEventsTransport,
} from "@action-telemetry/telemetry/sourcegraph";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEvents, type StoredEvent } from "./library/readEvents.ts";
import { startCollector, type RunningCollector } from "./library/startCollector.ts";

const folder = mkdtempSync(join(tmpdir(), "transports-"));
let collector: RunningCollector;
beforeAll(async () => {
  collector = await startCollector(folder, []);
});
afterAll(async () => {
  await collector.stop();
  rmSync(folder, { recursive: true });
});

const transports: readonly (readonly [string, () => TelemetryClientOptions["transport"]])[] = [
  ["OTLP logs", createOtlpTransport],
  ["the mutation logEvents", createLogEventsTransport],
  ["the mutation recordEvents", createRecordEventsTransport],
];

test.each(transports)(
  "what a client sends as %s an instance takes, and keeps as it keeps its own batches",
  async (_name, createTransport) => {
    const before = (await readEvents(collector.origin)).length;
    const client = createTelemetryClient({
      instanceUrl: collector.origin,
      source: "WEB",
      platform: "web",
      client: { name: "editor", version: "1.0.0" },
      consent: "granted",
      transport: createTransport(),
      outcomes: true,
    });
    client.recorder.recordAction({
      actionId: "git.blame.toggle",
      surface: "toolbar",
      trigger: "keyboard",
      arguments: { lines: 12 },
    });
    client.recorder.recordEvent("hover", { surface: "hover" });
    await client.flush();
    const { sent, queue, dropped } = await client.inspect();
    expect({ outcomes: sent.map(({ outcome }) => outcome), queue, dropped }).toEqual({
      outcomes: expect.arrayContaining(["accepted"]),
      queue: [],
      dropped: {},
    });
    await client.close();
    const stored = (await readEvents(collector.origin)).slice(before);
    expect(stored.map(whatWasDone)).toEqual([
      {
        name: "git.blame.toggle",
        surface: "toolbar",
        trigger: "keyboard",
        arguments: '{"lines":12}',
      },
      { name: "hover", surface: "hover", trigger: undefined, arguments: undefined },
    ]);
  },
);

const whatWasDone = ({ name, surface, trigger, arguments: given }: StoredEvent) => ({
  name,
  surface,
  trigger,
  arguments: given,
});
