import type { ActionId } from "@action-telemetry/event-schema";
import { describe, expect, it } from "vitest";
import { createWorkerFixture, type WorkerFixtureOptions } from "../testing/createWorkerFixture.ts";

const publicURL = "https://sourcegraph.com";
const ownURL = "https://sourcegraph.example.com";
const action = { name: "git.blame.toggle" as ActionId, surface: "toolbar" as ActionId };

/** What leaves when somebody hovers and runs an action. */
async function bytesOf(options: WorkerFixtureOptions): Promise<number> {
  const fixture = await createWorkerFixture(options);
  await fixture.content("record", action);
  await fixture.content("record", { name: "hover" as ActionId });
  await fixture.pass();
  const { bytes, requests } = fixture.instance;
  const events = requests.filter(({ url }) => url.endsWith("/.api/action-events"));
  expect(events.length > 0).toBe(bytes > 0);
  return bytes;
}

const browsers = {
  Chrome: { browser: "chrome" },
  "Firefox before 140": { browser: "firefox" },
} as const;

describe("What leaves under the standard policy", () => {
  it.each([
    ["Chrome", publicURL, false, true],
    ["Chrome", publicURL, true, true],
    ["Chrome", ownURL, false, true],
    ["Chrome", ownURL, true, true],
    ["Firefox before 140", publicURL, false, false],
    ["Firefox before 140", publicURL, true, true],
    ["Firefox before 140", ownURL, false, true],
    ["Firefox before 140", ownURL, true, true],
  ] as const)(
    "%s, connected to %s, setting %s: something is %s",
    async (name, instanceURL, isOn, leaves) => {
      const settings = { instanceURL, sendTelemetry: isOn ? "on" : "off" };
      const bytes = await bytesOf({ ...browsers[name], settings });
      expect(bytes > 0).toBe(leaves);
    },
  );

  it.each([
    [publicURL, false, false],
    [publicURL, true, true],
    [ownURL, false, true],
    [ownURL, true, true],
  ] as const)(
    "Firefox from 140, connected to %s, permission %s: something is %s",
    async (instanceURL, isGranted, leaves) => {
      const data_collection = isGranted ? ["technicalAndInteraction"] : [];
      // The extension's own setting says the opposite, and does not count.
      const settings = { instanceURL, sendTelemetry: isGranted ? "off" : "on" };
      const bytes = await bytesOf({
        browser: "firefox",
        permissions: { data_collection },
        settings,
      });
      expect(bytes > 0).toBe(leaves);
    },
  );

  it("a setting that was never set is off in Firefox", async () => {
    expect(await bytesOf({ browser: "firefox" })).toBe(0);
    expect(await bytesOf({ browser: "chrome" })).toBeGreaterThan(0);
  });

  it("Firefox with nothing prescribed is the same as one with no administrator", async () => {
    const managed = { reject: "Managed storage manifest not found" };
    const settings = { instanceURL: ownURL };
    expect(await bytesOf({ browser: "firefox", managed, settings })).toBeGreaterThan(0);
  });
});

describe("What leaves when an administrator prescribes", () => {
  it.each([
    ["strict", ownURL, false, false],
    ["strict", ownURL, true, true],
    ["strict", publicURL, true, false],
    ["off", ownURL, true, false],
    ["anything else", ownURL, true, false],
  ] as const)(
    "%s, connected to %s, setting %s: something is %s",
    async (telemetry, instanceURL, isOn, leaves) => {
      const settings = { instanceURL, sendTelemetry: isOn ? "on" : "off" };
      const bytes = await bytesOf({ managed: { telemetry }, settings });
      expect(bytes > 0).toBe(leaves);
    },
  );

  it("unreadably: nothing", async () => {
    expect(await bytesOf({ managed: { reject: "no" }, settings: { instanceURL: ownURL } })).toBe(0);
  });
});

describe("What leaves when the settings are damaged", () => {
  it.each([
    "no object",
    [],
    { instanceURL: ownURL, sendTelemetry: "perhaps" },
    { instanceURL: ownURL, enabled: 1 },
    { instanceURL: "javascript:alert(1)" },
    { instanceURL: ownURL, isDamaged: true },
  ])("%j: nothing, and with sound ones something", async (settings) => {
    expect(await bytesOf({ settings })).toBe(0);
    const data_collection = ["technicalAndInteraction"];
    expect(await bytesOf({ browser: "firefox", permissions: { data_collection }, settings })).toBe(
      0,
    );
    expect(await bytesOf({ settings: { instanceURL: ownURL } })).toBeGreaterThan(0);
  });
});

describe("What leaves while the extension is switched off", () => {
  it("nothing, until it is on", async () => {
    const fixture = await createWorkerFixture({ settings: { enabled: false } });
    await fixture.content("record", action);
    await fixture.pass();
    expect(fixture.instance.requests).toEqual([]);
    await fixture.options("writeSettings", { enabled: true });
    await fixture.content("record", action);
    await fixture.pass();
    expect(fixture.arrived).toEqual(["git.blame.toggle"]);
  });
});
