import { createContextStore } from "@action-telemetry/actions";
import { expect, test } from "vitest";
import { createSettings } from "./createSettings.ts";

function createStorage(initial?: string) {
  const items = new Map<string, string>(
    initial === undefined ? [] : [["codeBrowser.settings", initial]],
  );
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    text: () => items.get("codeBrowser.settings") ?? "",
  };
}

test("known settings outlive the page; those of extensions do not, since they may hold anything", () => {
  const storage = createStorage();
  const context = createContextStore();
  const settings = createSettings(context, storage);
  settings.update(["git.blame.decorations"], "file");
  settings.update(["codeView.lineWrap"], true);
  settings.update(["someone.token"], "private");
  settings.update(["codeBrowser.colorTheme"], "private");
  expect(JSON.parse(storage.text())).toEqual({
    "git.blame.decorations": "file",
    "codeView.lineWrap": true,
  });
  expect(context.getSnapshot()["config.someone.token"]).toBe("private");

  const later = createContextStore();
  createSettings(later, storage);
  expect(later.getSnapshot()).toEqual({
    "config.git.blame.decorations": "file",
    "config.codeView.lineWrap": true,
  });
});

test.each(["{", "null", "[]", `{"git.blame.decorations":{}}`, `{"__proto__":{"x":1}}`])(
  "the stored text %j sets nothing",
  (text) => {
    const context = createContextStore();
    createSettings(context, createStorage(text));
    expect(context.getSnapshot()).toEqual({});
  },
);

test("storage that throws, or none, costs nothing but the memory", () => {
  const context = createContextStore();
  const settings = createSettings(context, {
    getItem: () => {
      throw new Error("Forbidden.");
    },
    setItem: () => {
      throw new Error("Full.");
    },
  });
  settings.update(["codeView.lineWrap"], true);
  expect(context.getSnapshot()["config.codeView.lineWrap"]).toBe(true);
  createSettings(createContextStore(), undefined);
});
