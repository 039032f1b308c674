import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createActionRegistry, parseManifest } from "@action-telemetry/actions";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import { describe, expect, it } from "vitest";
import { createWorkerFixture } from "../../testing/createWorkerFixture.ts";
import { bundledExtensions } from "./bundledExtensions.ts";
import { createExtensionRecorder } from "./createExtensionRecorder.ts";

const installed = join(
  import.meta.dirname,
  "../../../../../../shared/fixtures/manifests/sourcegraph-git-extras.json",
);
const uri = "git://github.com/a/b?main#src/c%20d.ts";
const open = { command: "vscode.open.file", arguments: [uri] };

describe("The extensions that come along", () => {
  it.each(bundledExtensions)("$namespace has a manifest without a fault", ({ manifest }) => {
    const parsed = parseManifest(manifest);
    expect(parsed.ok).toBe(true);
    const registry = createActionRegistry();
    expect(registry.registerExtension(manifest)).toMatchObject({ ok: true });
    registry.context.update({ resource: true, "resource.uri": uri });
    expect(registry.getMenu("editor/title")).toHaveLength(1);
    expect(registry.getMenu("commandPalette")).toHaveLength(1);
  });

  it.skipIf(!existsSync(installed))(
    "make room for real ones that are installed at the instance (skipped without shared/fixtures)",
    () => {
      const registry = createActionRegistry();
      registry.registerExtension(JSON.parse(readFileSync(installed, "utf8")));
      for (const { manifest } of bundledExtensions) registry.registerExtension(manifest);
      registry.context.update({ resource: true });
      const ids = registry.getMenu("commandPalette").map(({ action }) => action.id);
      expect(ids.filter((id) => id === "git.blame.toggle")).toHaveLength(1);
    },
  );
});

describe("A command", () => {
  it("that changes a setting is kept, and told to every tab", async () => {
    const fixture = await createWorkerFixture();
    const tab = await fixture.openContent();
    const update = {
      command: "updateConfiguration",
      arguments: [["git.blame.decorations"], "line", null],
    };
    expect(await fixture.content("command", update)).toEqual({ ok: true, value: null });
    expect(tab.latest().configuration).toEqual({ "git.blame.decorations": "line" });
    await fixture.restart();
    expect((await fixture.openContent()).latest().configuration).toEqual({
      "git.blame.decorations": "line",
    });
  });

  it.each([
    [["__proto__"], 1],
    [[], 1],
    [["a", "constructor"], 1],
  ])("cannot change %j", async (key, value) => {
    const fixture = await createWorkerFixture();
    const update = { command: "updateConfiguration", arguments: [key, value] };
    expect(await fixture.content("command", update)).toMatchObject({
      ok: false,
      error: { code: "failed" },
    });
  });

  it("opens a file in the editor, from the tab it was run in", async () => {
    const fixture = await createWorkerFixture();
    await fixture.options("writeSettings", { repositoriesFolder: "/code/all" });
    expect(await fixture.content("command", open)).toEqual({ ok: true, value: null });
    expect(fixture.browser.callsOf("tabs.update")).toEqual([
      [1, { url: "vscode://file/code/all/b/src/c%20d.ts" }],
    ]);
  });

  it.each([
    ["C:\\code", "git://h/a/b?x#y.ts", "vscode://file/C:/code/b/y.ts"],
    ["/code/", "git://h/a/b#y.ts", "vscode://file/code/b/y.ts"],
  ])("knows the folder %s", async (folder, at, url) => {
    const fixture = await createWorkerFixture({
      settings: { configuration: { "vscode.open.basePath": folder } },
    });
    await fixture.content("command", { ...open, arguments: [at] });
    expect(fixture.browser.callsOf("tabs.update")).toEqual([[1, { url }]]);
  });

  it.each([
    "git://h/a/b#../../etc/passwd",
    "git://h/a/..#x",
    "git://h/a/b#%2e%2e/x",
    "https://evil.example/",
    "git://h/a#a//b",
    "",
    7,
  ])("opens nothing for %j", async (at) => {
    const fixture = await createWorkerFixture({
      settings: { configuration: { "vscode.open.basePath": "/code" } },
    });
    expect(await fixture.content("command", { ...open, arguments: [at] })).toMatchObject({
      ok: false,
    });
    expect(fixture.browser.callsOf("tabs.update")).toEqual([]);
  });

  it("says what is missing, and its extension records that under its own name", async () => {
    const fixture = await createWorkerFixture();
    const answer = await fixture.content("command", open);
    expect(answer).toMatchObject({ ok: false, error: { code: "failed" } });
    await fixture.pass();
    expect(fixture.arrived).toEqual(["open-in-vscode.folder-missing"]);
  });

  it("that nobody has is refused", async () => {
    const fixture = await createWorkerFixture();
    const answer = await fixture.content("command", { command: "toString", arguments: [] });
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid" } });
  });
});

describe("The recorder of an extension's own code", () => {
  it("records under its own name and no other", () => {
    const test = createTestRecorder();
    let dropped = 0;
    const recorder = createExtensionRecorder(
      "git-extras",
      () => test.recorder,
      () => (dropped += 1),
    );
    recorder.recordEvent("git-extras.blamed", { arguments: { lines: 2 } });
    for (const name of [
      "hover",
      "goToDefinition",
      "git-extras",
      "git-extras.",
      "git-extrasx.y",
      "open.x",
      "git-extras.a b",
      "",
    ]) {
      recorder.recordEvent(name);
    }
    expect(test.events).toEqual([{ name: "git-extras.blamed", arguments: { lines: 2 } }]);
    expect(dropped).toBe(8);
  });

  it("says neither surface nor trigger, and nothing without a client", () => {
    const test = createTestRecorder();
    const details = { surface: "toolbar", trigger: "pointer" };
    createExtensionRecorder("a", () => test.recorder).recordEvent("a.b", details as object);
    expect(test.events).toEqual([{ name: "a.b" }]);
    expect(() => createExtensionRecorder("a", () => undefined).recordEvent("a.b")).not.toThrow();
  });
});
