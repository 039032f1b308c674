import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../testing/createWorkerFixture.ts";

const ownURL = "https://sourcegraph.example.com/code";

describe("What the extension reports of itself", () => {
  it.each([
    ["is new", { isNew: true }, ["extension.installed"]],
    ["was another version", { settings: { lastVersion: "1.2.2" } }, ["extension.updated"]],
    ["was the same version", {}, []],
    ["was damaged", { settings: "damaged" }, []],
  ] as const)("when it %s, once", async (_, options, names) => {
    const fixture = await createWorkerFixture(options);
    await fixture.pass();
    await fixture.options("writeSettings", { restore: true });
    await fixture.options("writeSettings", { instanceURL: ownURL });
    await fixture.restart();
    await fixture.pass();
    expect(fixture.arrived).toEqual(names);
  });

  it("is nothing without consent, then or later", async () => {
    const fixture = await createWorkerFixture({ browser: "firefox", isNew: true });
    await fixture.pass();
    await fixture.options("writeSettings", { sendTelemetry: true });
    await fixture.restart();
    await fixture.pass();
    expect(fixture.instance.bytes).toBe(0);
  });

  it("waits while the extension is switched off, and while it is not known what is prescribed", async () => {
    const fixture = await createWorkerFixture({ isNew: true, managed: "late" });
    await fixture.options("writeSettings", { enabled: false });
    fixture.browser.prescribe({});
    await fixture.pass();
    expect(fixture.instance.bytes).toBe(0);
    await fixture.options("writeSettings", { enabled: true });
    await fixture.pass();
    expect(fixture.arrived).toEqual(["extension.installed"]);
  });

  it("counts once wherever workers end", async () => {
    for (let calls = 0; calls < 12; calls += 1) {
      const fixture = await createWorkerFixture({ isNew: true, managed: "late" });
      await fixture.restart();
      fixture.area.dieAfter(calls);
      fixture.browser.prescribe({});
      await fixture.clock.settle();
      await fixture.restart();
      await fixture.pass();
      expect(new Set(fixture.arrived)).toEqual(new Set(["extension.installed"]));
      const ids = fixture.instance.batches.flatMap(({ events }) => events.map(({ id }) => id));
      expect(new Set(ids).size).toBe(1);
    }
  });
});

describe("The page after the removal", () => {
  it("is one of the connected instance, and follows it", async () => {
    const fixture = await createWorkerFixture();
    await fixture.options("writeSettings", { instanceURL: ownURL });
    expect(fixture.browser.callsOf("setUninstallURL")).toEqual([
      ["https://sourcegraph.com/uninstall?utm_source=chrome-extension"],
      [`${ownURL}/uninstall?utm_source=chrome-extension`],
    ]);
  });

  it("is none while the extension is switched off", async () => {
    const fixture = await createWorkerFixture();
    const url = "https://sourcegraph.com/uninstall?utm_source=chrome-extension";
    await fixture.options("writeSettings", { enabled: false });
    await fixture.options("writeSettings", { enabled: true });
    expect(fixture.browser.callsOf("setUninstallURL")).toEqual([[url], [""], [url]]);
  });

  it("is none without consent, from the moment it is withdrawn", async () => {
    const fixture = await createWorkerFixture({
      browser: "firefox",
      permissions: { data_collection: ["technicalAndInteraction"] },
    });
    fixture.browser.revoke({ data_collection: ["technicalAndInteraction"] });
    await fixture.clock.settle();
    expect(fixture.browser.callsOf("setUninstallURL")).toEqual([
      ["https://sourcegraph.com/uninstall?utm_source=firefox-extension"],
      [""],
    ]);
  });
});

describe("The first-run page", () => {
  it.each([
    ["Chrome, which the table does not ask", { browser: "chrome" }, false],
    ["Firefox before 140", { browser: "firefox" }, true],
    [
      "Firefox from 140, which asks itself",
      { browser: "firefox", permissions: { data_collection: [] } },
      false,
    ],
    ["Chrome under a strict policy", { managed: { telemetry: "strict" } }, true],
    [
      "Firefox at the person's own instance",
      { browser: "firefox", settings: { instanceURL: ownURL } },
      false,
    ],
  ] as const)("in %s is opened: %#", async (_, options, isOpened) => {
    const fixture = await createWorkerFixture(options as object);
    fixture.browser.events.onInstalled.emit({ reason: "install" });
    await fixture.clock.settle();
    const opened = fixture.browser.callsOf("tabs.create");
    expect(opened).toEqual(
      isOpened ? [[{ url: `${fixture.browser.root}options.html#welcome` }]] : [],
    );
    const view = await fixture.options("readSettings", {});
    expect(view).toMatchObject({ value: { needsFirstRun: isOpened } });
    await fixture.options("writeSettings", { sendTelemetry: false });
    expect(await fixture.options("readSettings", {})).toMatchObject({
      value: { needsFirstRun: false },
    });
  });
});
