import type { ErrorReport } from "@action-telemetry/error-reporting";
import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";

const publicURL = "https://sourcegraph.com";
const ownURL = "https://sourcegraph.example.com";

const report: ErrorReport = {
  id: "0123456789abcdef0123456789abcdef",
  time: 1_795_000_000_000,
  type: "TypeError",
  causes: [],
  frames: [{ file: "content.js", line: 1, column: 2 }],
  fingerprint: "0123456789abcdef",
  handled: false,
  release: "browser-extension@1.2.3",
  surface: "browser-extension",
  script: "content",
  codeHost: "github",
};

describe("A report of an error", () => {
  it("leaves only where the person allows it, whatever telemetry is set to", async () => {
    for (const sendTelemetry of ["on", "off"]) {
      for (const allowErrorReporting of [true, false]) {
        const settings = { sendTelemetry, allowErrorReporting };
        const fixture = await createWorkerFixture({ browser: "firefox", settings });
        const tab = await fixture.openContent();
        expect(tab.latest().errorReporting).toBe(allowErrorReporting);
        await fixture.content("reportError", { report });
        await fixture.options("reportError", { report });
        const expected = allowErrorReporting ? [publicURL, publicURL] : [];
        expect(fixture.errors.sent.map(([url]) => url)).toEqual(expected);
        await fixture.pass();
        expect(fixture.instance.bytes).toBe(0);
      }
    }
  });

  it("is off by default, and then nothing is even made ready for it", async () => {
    const fixture = await createWorkerFixture();
    await fixture.content("reportError", { report });
    expect(fixture.errors.made).toEqual([]);
    await fixture.options("writeSettings", { allowErrorReporting: true });
    await fixture.content("reportError", { report });
    expect(fixture.errors.sent).toEqual([[publicURL, report]]);
  });

  it("goes to the connected instance, and stops at once", async () => {
    const fixture = await createWorkerFixture({ settings: { allowErrorReporting: true } });
    await fixture.options("writeSettings", { instanceURL: ownURL });
    await fixture.content("reportError", { report });
    await fixture.options("writeSettings", { allowErrorReporting: false });
    await fixture.content("reportError", { report });
    await fixture.options("writeSettings", { allowErrorReporting: true });
    await fixture.options("writeSettings", { enabled: false });
    await fixture.content("reportError", { report });
    expect(fixture.errors.sent.map(([url]) => url)).toEqual([ownURL]);
  });

  it("is not sent with damaged settings", async () => {
    const settings = { allowErrorReporting: true, isDamaged: true };
    const fixture = await createWorkerFixture({ settings });
    await fixture.content("reportError", { report });
    expect(fixture.errors.sent).toEqual([]);
  });

  it("says only what a report may say, and is counted when it is none", async () => {
    const fixture = await createWorkerFixture({ settings: { allowErrorReporting: true } });
    const more = { ...report, message: "canary", codeHost: "github" };
    await fixture.content("reportError", { report: more });
    expect(fixture.errors.sent).toEqual([[publicURL, report]]);
    const none = { ...report, type: "canary in a message" };
    expect(await fixture.content("reportError", { report: none })).toBeUndefined();
    expect(fixture.worker.refused).toEqual({ malformed: 1 });
  });
});

describe("An error in the worker's own code", () => {
  it.each([
    ["a handler", "openOptionsPage", undefined],
    ["the omnibox", "tabs.create", "omnibox.search"],
    ["a command", "tabs.update", undefined],
  ] as const)(
    "is reported when it is %s that fails, and changes nothing else",
    async (_, name, actionId) => {
      const settings = {
        allowErrorReporting: true,
        configuration: { "vscode.open.basePath": "/code" },
      };
      const fixture = await createWorkerFixture({ settings });
      const broken = new RangeError("canary");
      fixture.browser.breakDown(name, broken);
      await fixture.content("openOptions", {});
      fixture.browser.events.onInputEntered.emit("sum", "newForegroundTab");
      await fixture.content("command", {
        command: "vscode.open.file",
        arguments: ["git://github.com/a/b?main#c.ts"],
      });
      await fixture.clock.settle();
      expect(fixture.errors.reported).toEqual([[broken, actionId]]);
    },
  );
});
