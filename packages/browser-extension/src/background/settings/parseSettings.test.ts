import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFakeArea } from "../../testing/createFakeArea.ts";
import { createSettingsStore } from "./createSettingsStore.ts";
import { damagedSettings, defaultSettings, parseSettings } from "./parseSettings.ts";

const ownURL = "https://sg.example.com";

describe("parseSettings", () => {
  it("gives somebody who has set nothing what everybody begins with", () => {
    expect(parseSettings(undefined)).toEqual(defaultSettings);
    expect(parseSettings({})).toEqual(defaultSettings);
  });

  it("reads what older versions have stored, with defaults for what they did not know", () => {
    const stored = {
      instanceURL: `${ownURL}/`,
      sendTelemetry: true,
      previousURLs: [ownURL, 7, "x y"],
    };
    expect(parseSettings(stored)).toEqual({
      ...defaultSettings,
      instanceURL: ownURL,
      sendTelemetry: "on",
      previousURLs: [ownURL],
    });
  });

  it("reads what newer versions have stored, without what it does not know", () => {
    expect(parseSettings({ enabled: false, future: 9, extra: {} })).toEqual({
      ...defaultSettings,
      enabled: false,
    });
  });

  it.each([
    null,
    [],
    7,
    "{}",
    { enabled: "yes" },
    { sendTelemetry: null },
    { allowErrorReporting: 1 },
    { configuration: [] },
    { configuration: { a: "x".repeat(70_000) } },
    { previousURLs: "none" },
    { pendingSignal: "installed" },
    { pendingSignal: { name: "arrived", id: "019aac4c-6a00-7f3e-9d2b-0c8f4a5b6e71" } },
    { lastVersion: 7 },
  ])("takes %j for damaged: nothing is sent or reported", (stored) => {
    expect(parseSettings(stored)).toEqual(damagedSettings);
  });

  it("keeps a legible instance when something else is damaged, for events must go nowhere else", () => {
    expect(parseSettings({ instanceURL: ownURL, previousURLs: [ownURL], enabled: 3 })).toEqual({
      ...damagedSettings,
      instanceURL: ownURL,
      previousURLs: [ownURL],
    });
  });

  it("never throws, and reads again what it has read", () => {
    const read = fc.property(fc.anything(), (stored) => {
      const settings = parseSettings(stored);
      expect(parseSettings(settings)).toEqual(settings);
    });
    expect(() => fc.assert(read, { numRuns: 2000 })).not.toThrow();
  });
});

describe("createSettingsStore", () => {
  it("puts changes one after another, none lost", async () => {
    const area = createFakeArea();
    const store = createSettingsStore(area);
    await Promise.all([
      store.update(() => ({ enabled: false })),
      store.update(() => ({ allowErrorReporting: true })),
      store.update(({ enabled }) => ({ firstRunDone: !enabled })),
    ]);
    const expected = {
      ...defaultSettings,
      enabled: false,
      allowErrorReporting: true,
      firstRunDone: true,
    };
    expect(store.getSnapshot()).toEqual(expected);
    expect(area.items.get("settings")).toEqual(expected);
  });

  it("holds what could not be stored, and says so", async () => {
    const area = createFakeArea();
    const store = createSettingsStore(area);
    await store.ready;
    area.breakDown(true);
    expect(await store.update(() => ({ sendTelemetry: "off" }))).toBe(false);
    expect(store.getSnapshot()?.sendTelemetry).toBe("off");
    area.breakDown(false);
    expect(await store.update(() => ({ enabled: false }))).toBe(true);
    expect(area.items.get("settings")).toMatchObject({ enabled: false, sendTelemetry: "off" });
  });

  it("takes a storage that does not answer for unknown, and one that fails for damaged", async () => {
    const silent = createFakeArea();
    silent.dieAfter(0);
    expect(createSettingsStore(silent).getSnapshot()).toBeUndefined();
    const broken = createFakeArea();
    broken.breakDown(true);
    const store = createSettingsStore(broken);
    await store.ready;
    expect(store.getSnapshot()).toEqual(damagedSettings);
  });
});
