import { utf8Length } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { createClientFixture } from "../testing/createClientFixture.ts";

/** A client that has read its storage, as after the first moments of a page. */
async function open(
  ...answers: NonNullable<Parameters<typeof createClientFixture>[0]>["answers"] & object
) {
  const fixture = createClientFixture({ answers });
  await fixture.clock.advance(100);
  return fixture;
}

describe("When the page hides", () => {
  it("sends what was recorded in the same task, without waiting for anything", async () => {
    const { record, hide, names, network, clock, client } = await open();
    record("a", "b");
    hide();
    expect(names()).toEqual(["a", "b"]);
    expect(network.requests[0]?.init.keepalive).toBe(true);
    await clock.advance(60_000);
    expect(names()).toEqual(["a", "b"]);
    expect((await client.inspect()).queue).toEqual([]);
  });

  it("has stored what it sends, for the answer may never come", async () => {
    const { record, hide, clock, storage } = await open("hang");
    record("a");
    hide();
    await clock.settle();
    const rows = await storage
      .open("https://instance.example")
      .transact(10, (stored) => ({ result: stored.length }));
    expect(rows).toBe(1);
  });

  it("does not send again what is on its way already", async () => {
    const { record, hide, clock, network } = await open("hang");
    record("a");
    await clock.advance(50);
    hide();
    hide();
    expect(network.requests).toHaveLength(1);
  });

  it("keeps within 60,000 bytes in flight, and leaves the rest in the queue", async () => {
    const { record, hide, network, client, clock } = await open("hang", "hang", "hang", {
      status: 200,
    });
    record(...Array.from({ length: 1000 }, (_, index) => `action.${index}`));
    hide();
    hide();
    record("late");
    hide(true);
    const alive = network.requests.filter(({ init }) => init.keepalive === true);
    const bytes = alive.reduce((sum, { init }) => sum + utf8Length(init.body ?? ""), 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect((await client.inspect()).queue.length).toBeGreaterThanOrEqual(1000);
    await clock.advance(200_000);
    expect((await client.inspect()).queue).toEqual([]);
  });

  it("sends nothing with keepalive before, so that a denial really ends what is on its way", async () => {
    const { record, clock, network } = await open("network-error", { status: 200 });
    record("a");
    await clock.advance(60_000);
    expect(network.requests.map(({ init }) => init.keepalive)).toEqual([false, false]);
  });

  it("sends again, once, what a request is on its way with that ends with the page", async () => {
    const { record, hide, clock, network, names } = await open("hang", "hang");
    record("a");
    await clock.advance(50);
    hide();
    expect(network.requests).toHaveLength(1);
    hide(true);
    hide();
    hide(true);
    expect(network.requests.map(({ init }) => init.keepalive)).toEqual([false, true]);
    expect(names()).toEqual(["a", "a"]);
  });

  it("is silent without consent, and while the instance asks for patience", async () => {
    const unknown = createClientFixture({ consent: "unknown" });
    unknown.record("a");
    unknown.hide();
    const busy = await open({ status: 429, headers: { "retry-after": "60" } });
    busy.record("a");
    await busy.clock.advance(50);
    busy.record("b");
    busy.hide();
    expect([unknown.names(), busy.names()]).toEqual([[], ["a"]]);
  });

  it("gives events that only memory keeps a last chance even during a wait", async () => {
    const { record, hide, clock, names } = await open({ status: 503 }, { status: 200 });
    record("a");
    await clock.advance(50);
    hide();
    expect(names()).toEqual(["a", "a"]);
  });

  it("tries at once when the page or the network is back", async () => {
    const { record, comeBack, clock, names } = await open("network-error", { status: 200 });
    record("a");
    await clock.advance(50);
    comeBack();
    await clock.settle();
    expect(names()).toEqual(["a", "a"]);
  });
});
