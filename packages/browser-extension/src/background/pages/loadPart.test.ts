import { describe, expect, it } from "vitest";
import { contentSender } from "../../testing/createFakeTabs.ts";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";

describe("A part of the content script", () => {
  it.each([
    ["page", ["react.js", "page.js"]],
    ["palette", ["palette.js"]],
    ["hover", ["hover.js"]],
  ] as const)("%s is run in the page that asks for it, by its files alone", async (part, files) => {
    const fixture = await createWorkerFixture();
    expect(await fixture.content("load", { part })).toEqual({ ok: true, value: null });
    expect(fixture.browser.callsOf("executeScript")).toEqual([[{ target: { tabId: 1 }, files }]]);
  });

  it("is run in the very document that asks, where the browser names it", async () => {
    const fixture = await createWorkerFixture();
    await fixture.content("load", { part: "hover" }, { ...contentSender, documentId: "D1" });
    const target = { tabId: 1, documentIds: ["D1"] };
    expect(fixture.browser.callsOf("executeScript")).toEqual([[{ target, files: ["hover.js"] }]]);
  });

  it("is said to be missing where the page is gone, or the person has forbidden it", async () => {
    const fixture = await createWorkerFixture();
    fixture.browser.breakDown("executeScript", new Error("No tab with id: 1, token=T."));
    const answer = await fixture.content("load", { part: "page" });
    expect(answer).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(JSON.stringify(answer)).not.toContain("token");
  });

  it("is not run while the extension is switched off", async () => {
    const fixture = await createWorkerFixture({ settings: { enabled: false } });
    expect(await fixture.content("load", { part: "page" })).toMatchObject({ ok: false });
    expect(fixture.browser.callsOf("executeScript")).toEqual([]);
  });

  it.each(["content.js", "../options", "__proto__", "", 1])(
    "is none of other names, nor of files: %s",
    async (part) => {
      const fixture = await createWorkerFixture();
      const message = { kind: "load", part };
      expect(await fixture.browser.send(message, contentSender)).toBe(undefined);
      expect(fixture.worker.refused).toEqual({ malformed: 1 });
      expect(fixture.browser.callsOf("executeScript")).toEqual([]);
    },
  );
});
