import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";
import { createRateLimit } from "./createRateLimit.ts";
import { matchesPattern } from "./matchesPattern.ts";

describe("The content script", () => {
  it("is registered for the sites that the person added, and follows them", async () => {
    const fixture = await createWorkerFixture();
    const { scripts } = fixture.browser;
    expect(scripts.size).toBe(0);
    fixture.browser.grant({ origins: ["https://git.example.com/*"] });
    await fixture.clock.settle();
    expect([...scripts.values()]).toEqual([
      {
        id: "added-sites",
        matches: ["https://git.example.com/*"],
        excludeMatches: ["https://sourcegraph.com/*", "https://sourcegraph.com/*"],
        js: ["content.js"],
        runAt: "document_idle",
        allFrames: false,
        persistAcrossSessions: true,
      },
    ]);
    await fixture.restart();
    expect(scripts.size).toBe(1);
    fixture.browser.revoke({ origins: ["https://git.example.com/*"] });
    await fixture.clock.settle();
    expect(scripts.size).toBe(0);
  });

  it("never runs on pages of the instance, whose permission is for asking it", async () => {
    const fixture = await createWorkerFixture({
      settings: { instanceURL: "https://both.example.com/code" },
      permissions: { origins: ["https://sourcegraph.com/*", "https://both.example.com/*"] },
    });
    expect([...fixture.browser.scripts.values()]).toMatchObject([
      {
        matches: ["https://both.example.com/*"],
        excludeMatches: ["https://both.example.com/code/*", "https://sourcegraph.com/*"],
      },
    ]);
    await fixture.options("writeSettings", { instanceURL: "https://both.example.com" });
    expect(fixture.browser.scripts.size).toBe(0);
  });

  it("starts at once in tabs that are open on a site that is being allowed", async () => {
    const fixture = await createWorkerFixture();
    fixture.browser.openTabs(["https://git.example.com/a", "https://other.example.com/"]);
    fixture.browser.grant({ origins: ["https://git.example.com/*"] });
    await fixture.clock.settle();
    expect(fixture.browser.callsOf("executeScript")).toEqual([
      [{ target: { tabId: 1 }, files: ["content.js"] }],
    ]);
  });

  it("is not registered twice at once when much changes together", async () => {
    const fixture = await createWorkerFixture();
    fixture.browser.grant({ origins: ["https://a.example.com/*"] });
    fixture.browser.grant({ origins: ["https://b.example.com/*"] });
    await fixture.clock.settle();
    expect([...fixture.browser.scripts.values()].map(({ matches }) => matches)).toEqual([
      ["https://a.example.com/*", "https://b.example.com/*"],
    ]);
  });
});

describe("A permission for the instance", () => {
  it("has it asked again", async () => {
    const fixture = await createWorkerFixture({
      settings: { instanceURL: "https://sg.example.com" },
    });
    fixture.instance.isDown = true;
    const { latest } = await fixture.openContent();
    expect(latest().instance.session).toBe("unreachable");
    fixture.instance.isDown = false;
    fixture.browser.grant({ origins: ["https://sg.example.com/*"] });
    await fixture.clock.settle();
    expect(latest().instance.session).toBe("signed-in");
  });
});

describe("matchesPattern", () => {
  it.each([
    ["https://a.example.com", "https://a.example.com/*", true],
    ["https://a.example.com:8443", "https://a.example.com/*", true],
    ["https://a.example.com", "https://*.example.com/*", true],
    ["https://example.com", "https://*.example.com/*", true],
    ["https://a.example.com", "*://*/*", true],
    ["http://a.example.com", "https://*/*", false],
    ["https://evilexample.com", "https://*.example.com/*", false],
    ["https://a.example.com.evil.example", "https://a.example.com/*", false],
    ["https://a.example.com", "https://a.example.com/path/*", false],
    ["file:///etc", "<all_urls>", false],
    ["https://a.example.com", "<all_urls>", true],
    ["nonsense", "*://*/*", false],
  ])("%s, %s: %s", (origin, pattern, expected) => {
    expect(matchesPattern(origin, pattern)).toBe(expected);
  });
});

describe("createRateLimit", () => {
  it("fills again with time, and by no clock that is set back", () => {
    let now = 1e6;
    const mayAsk = createRateLimit(() => now);
    const ask = (count: number) =>
      Array.from({ length: count }, () => mayAsk(1)).filter(Boolean).length;
    expect(ask(60)).toBe(50);
    now -= 5e5;
    expect(ask(10)).toBe(0);
    now += 100;
    expect(ask(10)).toBe(5);
    now += 1e6;
    expect(ask(100)).toBe(50);
  });
});
