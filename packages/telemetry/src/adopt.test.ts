import type { TelemetryEvent } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { createMemoryStorage } from "./queue/createMemoryStorage.ts";
import { createClientFixture } from "./testing/createClientFixture.ts";

const event: TelemetryEvent = {
  id: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71",
  name: "git.blame.toggle",
  time: "2026-11-22T16:20:00.000Z",
  surface: "toolbar",
  arguments: { lines: 2 },
};

describe("An event that was recorded elsewhere", () => {
  it("is sent as it is, under the ID and the time that it has", async () => {
    const { client, clock, batches } = createClientFixture();
    await client.adopt(event);
    await clock.advance(1000);
    expect(batches().flatMap(({ events }) => events)).toEqual([event]);
  });

  it("has the same ID however often it is given, also to the next client", async () => {
    const storage = createMemoryStorage();
    const first = createClientFixture({ storage, answers: ["hang"] });
    await first.client.adopt(event);
    const second = createClientFixture({ storage });
    await second.client.adopt(event);
    await second.clock.advance(1000);
    const ids = second.batches().flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(ids)).toEqual(new Set([event.id]));
  });

  it("is stored when the promise resolves", async () => {
    const storage = createMemoryStorage();
    const { client } = createClientFixture({ storage, answers: ["hang"] });
    await client.adopt(event);
    const rows = await storage
      .open("https://instance.example")
      .transact(9, (stored) => ({ result: stored }));
    expect(rows).toEqual([{ id: event.id, text: JSON.stringify(event) }]);
  });

  it("waits in memory until consent is known, and is no more once it is denied", async () => {
    const { client, clock, batches } = createClientFixture({ consent: "unknown" });
    await client.adopt(event);
    expect((await client.inspect()).queue).toEqual([event]);
    await client.consent.set("denied");
    await client.adopt(event);
    await client.consent.set("granted");
    await clock.advance(1000);
    expect(batches()).toEqual([]);
  });

  it("keeps to the policy for arguments, and counts why it has none", async () => {
    const { client } = createClientFixture({ allowArguments: false, answers: ["hang"] });
    await client.adopt(event);
    await client.adopt({ ...event, arguments: {} }, "arguments-too-large");
    const { dropped, queue } = await client.inspect();
    expect(dropped).toEqual({ "arguments-forbidden": 2, "arguments-too-large": 1 });
    expect(queue.some((one) => "arguments" in one)).toBe(false);
  });
});
