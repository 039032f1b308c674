import type { ActionId } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { createWorkerFixture, type WorkerFixture } from "../testing/createWorkerFixture.ts";

const publicURL = "https://sourcegraph.com";
const ownURL = "https://sourcegraph.example.com";
const hover = { name: "hover" as ActionId };
const run = { name: "git.blame.toggle" as ActionId };
const eventURL = (instance: string) => `${instance}/.api/action-events`;

function urlsOf({
  instance,
}: {
  readonly instance: { readonly requests: readonly { readonly url: string }[] };
}) {
  return new Set(instance.requests.map(({ url }) => url).filter((url) => url.endsWith("-events")));
}

describe("Denial at run time", () => {
  it("silences every tab at once, and erases queue and ID", async () => {
    const fixture = await createWorkerFixture({
      browser: "firefox",
      permissions: { data_collection: ["technicalAndInteraction"] },
    });
    const tabs = [await fixture.openContent(), await fixture.openContent()];
    await fixture.content("record", hover);
    await fixture.pass();
    const { anonymizedUserId } = fixture.instance.batches[0]!;
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(100);
    expect(JSON.stringify([...fixture.items])).toContain("git.blame.toggle");

    const { bytes } = fixture.instance;
    fixture.browser.revoke({ data_collection: ["technicalAndInteraction"] });
    await fixture.clock.settle();
    fixture.instance.isDown = false;
    for (const tab of tabs) expect(tab.latest().markers).toBe(false);
    await fixture.content("record", hover);
    await fixture.pass(3_600_000);
    expect(fixture.instance.bytes).toBe(bytes);
    const kept = JSON.stringify([...fixture.items]);
    expect(kept).not.toContain("git.blame.toggle");
    expect(kept).not.toContain(anonymizedUserId);

    fixture.browser.grant({ data_collection: ["technicalAndInteraction"] });
    await fixture.clock.settle();
    for (const tab of tabs) expect(tab.latest().markers).toBe(true);
    await fixture.content("record", hover);
    await fixture.pass();
    const again = fixture.instance.batches.at(-1)!;
    expect(again.events.map(({ name }) => name)).toEqual(["hover"]);
    expect(again.anonymizedUserId).not.toBe(anonymizedUserId);
  });

  it("holds without any clock, before the browser has told what is left", async () => {
    const fixture = await createWorkerFixture({
      browser: "firefox",
      permissions: { data_collection: ["technicalAndInteraction"] },
    });
    const tab = await fixture.openContent();
    expect(tab.latest().markers).toBe(true);
    fixture.browser.revoke({ data_collection: ["technicalAndInteraction"] });
    expect(tab.latest().markers).toBe(false);
  });

  it("holds from the moment an administrator forbids it, and until they allow it", async () => {
    const fixture = await createWorkerFixture();
    const tabs = [await fixture.openContent(), await fixture.openContent()];
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(100);
    fixture.browser.prescribe({ telemetry: "off" });
    for (const tab of tabs) expect(tab.latest().markers).toBe(false);
    await fixture.clock.settle();
    expect(JSON.stringify([...fixture.items])).not.toContain("git.blame.toggle");
    fixture.instance.isDown = false;
    const { bytes } = fixture.instance;
    await fixture.content("record", hover);
    await fixture.pass(3_600_000);
    expect(fixture.instance.bytes).toBe(bytes);
    fixture.browser.prescribe({});
    await fixture.content("record", hover);
    await fixture.pass();
    expect(fixture.arrived).toEqual(["hover"]);
  });

  it("erases what waits for instances that are no longer connected", async () => {
    const fixture = await createWorkerFixture({
      browser: "firefox",
      settings: { sendTelemetry: "on" },
    });
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(100);
    await fixture.options("writeSettings", { instanceURL: ownURL });
    await fixture.pass();
    expect(JSON.stringify([...fixture.items])).toContain("git.blame.toggle");
    await fixture.options("writeSettings", { sendTelemetry: false });
    await fixture.clock.settle();
    expect(JSON.stringify([...fixture.items])).not.toContain("git.blame.toggle");
  });
});

describe("Another instance", () => {
  it("never gets the events of the one before, which waits for its own", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(100);
    await fixture.options("writeSettings", { instanceURL: ownURL });
    fixture.instance.isDown = false;
    await fixture.content("record", hover);
    await fixture.pass(600_000);
    const arrivals = fixture.instance.batches.map(({ sourcegraphURL, events }) => [
      sourcegraphURL,
      ...events.map(({ name }) => name),
    ]);
    expect(arrivals).toEqual([[ownURL, "hover"]]);

    await fixture.options("writeSettings", { instanceURL: publicURL });
    await fixture.pass();
    expect(fixture.instance.batches.at(-1)).toMatchObject({
      sourcegraphURL: publicURL,
      events: [{ name: "git.blame.toggle" }],
    });
    for (const { url, init } of fixture.instance.requests) {
      if (!url.endsWith("-events")) continue;
      const { sourcegraphURL } = JSON.parse(init.body!) as { readonly sourcegraphURL: string };
      expect(url).toBe(eventURL(sourcegraphURL));
    }
  });

  it("knows the person by another ID", async () => {
    const fixture = await createWorkerFixture();
    await fixture.content("record", hover);
    await fixture.pass();
    await fixture.options("writeSettings", { instanceURL: ownURL });
    await fixture.content("record", hover);
    await fixture.pass();
    expect(urlsOf(fixture)).toEqual(new Set([eventURL(publicURL), eventURL(ownURL)]));
    expect(new Set(fixture.instance.batches.map((batch) => batch.anonymizedUserId)).size).toBe(2);
  });

  it("is remembered when it is left, and forgotten with everything that is kept for it", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(100);
    const left = await fixture.options("writeSettings", { instanceURL: `${ownURL}/` });
    expect(left).toMatchObject({ value: { instanceURL: ownURL, previousURLs: [publicURL] } });
    const forgotten = await fixture.options("writeSettings", { forgetURL: publicURL });
    expect(forgotten).toMatchObject({ value: { previousURLs: [] } });
    expect(JSON.stringify([...fixture.items])).not.toContain("git.blame.toggle");
  });

  it("is told to every tab, with nothing of the one before", async () => {
    const fixture = await createWorkerFixture();
    const tab = await fixture.openContent();
    expect(tab.latest().instance).toEqual({
      url: publicURL,
      selfHosted: false,
      session: "signed-in",
    });
    fixture.instance.answers["Session"] = { currentUser: null };
    await fixture.options("writeSettings", { instanceURL: ownURL });
    await fixture.clock.settle();
    expect(tab.latest().instance).toEqual({ url: ownURL, selfHosted: true, session: "signed-out" });
  });
});

describe("A worker that is ended", () => {
  it("loses nothing that a tab has told, whenever that happens, and sends nothing under two IDs", async () => {
    for (let calls = 0; calls < 30; calls += 1) {
      const fixture = await createWorkerFixture();
      const { tell } = fixture;
      fixture.instance.isDown = true;
      tell(run);
      await fixture.clock.advance(50);
      fixture.area.dieAfter(calls);
      tell(hover);
      await fixture.clock.advance(50);
      await fixture.restart();
      fixture.instance.isDown = false;
      await fixture.pass(120_000);
      expect(fixture.instance.counted).toEqual(["git.blame.toggle", "hover"]);
      expect(new Set(fixture.instance.batches.map((batch) => batch.anonymizedUserId)).size).toBe(1);
    }
  });

  it("is woken each minute while something waits, and no longer", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(50);
    expect([...fixture.browser.alarms]).toEqual([["send-later", { periodInMinutes: 1 }]]);
    await fixture.restart();
    fixture.browser.events.onAlarm.emit({ name: "send-later" });
    await fixture.pass(30_000);
    expect(fixture.browser.alarms.size).toBe(1);
    fixture.instance.isDown = false;
    fixture.browser.events.onAlarm.emit({ name: "send-later" });
    await fixture.pass(30_000);
    expect(fixture.arrived).toEqual(["git.blame.toggle"]);
    expect(fixture.browser.alarms.size).toBe(0);
  });

  it("sends what was left when the browser was closed as soon as it is open again", async () => {
    const fixture = await createWorkerFixture();
    fixture.instance.isDown = true;
    await fixture.content("record", run);
    await fixture.clock.advance(50);
    fixture.browser.alarms.clear();
    await fixture.restart();
    fixture.browser.events.onStartup.emit();
    await fixture.pass(1000);
    expect(fixture.browser.alarms.size).toBe(1);
    fixture.instance.isDown = false;
    fixture.browser.events.onAlarm.emit({ name: "send-later" });
    await fixture.pass(30_000);
    expect(fixture.arrived).toEqual(["git.blame.toggle"]);
  });

  it("gives tabs that connect again the same state", async () => {
    const fixture = await createWorkerFixture({ settings: { instanceURL: ownURL } });
    const before = await fixture.openContent();
    await fixture.restart();
    const after = await fixture.openContent();
    expect(after.latest()).toEqual(before.latest());
  });
});

describe("Before the storage has answered", () => {
  it("keeps what is reported in memory, and records it when consent is known", async () => {
    const fixture = await createWorkerFixture();
    fixture.area.dieAfter(0);
    fixture.browser.endWorker();
    const recorded = fixture.content("record", hover);
    await recorded;
    await fixture.restart();
    // The first report found no worker; this one finds one that is still reading.
    await fixture.content("record", run);
    await fixture.pass();
    expect(fixture.arrived).toEqual(["git.blame.toggle"]);
  });

  it("shows everything, but records and marks nothing while it is not known what is prescribed", async () => {
    const fixture = await createWorkerFixture({ managed: "late" });
    const { latest } = await fixture.openContent();
    expect(latest()).toMatchObject({ enabled: true, markers: false });
    expect(await fixture.options("readSettings", {})).toMatchObject({
      value: { sendTelemetry: { state: "unknown" } },
    });
    await fixture.content("record", run);
    await fixture.pass(3_600_000);
    expect(fixture.instance.bytes).toBe(0);
    expect(JSON.stringify([...fixture.items])).not.toContain("git.blame.toggle");
    expect(await fixture.options("inspect", {})).toMatchObject({
      value: { consent: "unknown", queue: [{ name: "git.blame.toggle" }], sent: [] },
    });
  });

  it("keeps what is reported in the browser's memory, which outlives the worker, until that is known", async () => {
    const fixture = await createWorkerFixture({ managed: "late" });
    const { tell } = fixture;
    for (let count = 0; count < 3; count += 1) {
      tell(run);
      await fixture.clock.advance(50);
      await fixture.restart();
    }
    // A worker that only knows that something waits is woken for it.
    expect(fixture.browser.alarms.size).toBe(1);
    fixture.browser.events.onAlarm.emit({ name: "send-later" });
    await fixture.clock.settle();
    expect(fixture.browser.alarms.size).toBe(1);
    fixture.browser.prescribe({});
    await fixture.pass();
    expect(fixture.instance.counted).toEqual([run.name, run.name, run.name]);
    expect(fixture.session.size).toBe(0);
  });

  it("loses nothing of it, and nothing counts twice, wherever the worker ends when it becomes known", async () => {
    for (let calls = 0; calls < 16; calls += 1) {
      for (const part of ["area", "waitingArea"] as const) {
        const fixture = await createWorkerFixture({ managed: "late" });
        const { tell } = fixture;
        tell(run);
        tell(hover);
        await fixture.clock.advance(50);
        fixture.worker[part].dieAfter(calls);
        fixture.browser.prescribe({});
        await fixture.clock.advance(500);
        await fixture.restart();
        await fixture.pass(120_000);
        expect(fixture.instance.counted.toSorted()).toEqual(["git.blame.toggle", "hover"]);
        expect(fixture.session.size).toBe(0);
      }
    }
  });

  it("forgets it when telemetry turns out to be forbidden, or when the person erases or forgets", async () => {
    const endings = {
      forbidden: async (fixture: WorkerFixture) => fixture.browser.prescribe({ telemetry: "off" }),
      erased: (fixture: WorkerFixture) => fixture.options("erase", {}),
      forgotten: (fixture: WorkerFixture) =>
        fixture
          .options("writeSettings", { instanceURL: ownURL })
          .then(() => fixture.options("writeSettings", { forgetURL: publicURL })),
    };
    for (const end of Object.values(endings)) {
      const fixture = await createWorkerFixture({ managed: "late" });
      await fixture.content("record", run);
      expect(fixture.session.size).toBe(1);
      await end(fixture);
      await fixture.clock.settle();
      expect(fixture.session.size).toBe(0);
      fixture.browser.prescribe({});
      await fixture.pass();
      expect(fixture.arrived).toEqual([]);
    }
  });

  it("keeps it in its own memory where the browser has none for it", async () => {
    const fixture = await createWorkerFixture({ managed: "late" });
    fixture.worker.waitingArea.breakDown(true);
    fixture.tell(run);
    fixture.browser.prescribe({});
    await fixture.pass();
    expect(fixture.arrived).toEqual(["git.blame.toggle"]);
  });

  it("denies when the storage does not work", async () => {
    const fixture = await createWorkerFixture();
    await fixture.content("record", hover);
    await fixture.pass();
    expect(fixture.arrived).toEqual(["hover"]);
    const { bytes } = fixture.instance;
    await fixture.restart();
    fixture.area.breakDown(true);
    const view = await fixture.options("writeSettings", { allowErrorReporting: true });
    expect(view).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(fixture.instance.bytes).toBe(bytes);
  });
});
