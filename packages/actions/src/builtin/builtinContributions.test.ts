import { describe, expect, test } from "vitest";
import type { ContextValue } from "../context/Context.ts";
import { createActionRegistry } from "../registry/createActionRegistry.ts";
import { builtinContributions } from "./builtinContributions.ts";

type Values = Readonly<Record<string, ContextValue>>;

const url = "/src/main.ts#L3";
const references = "/src/main.ts#L9&tab=references";

function read(menu: "hover" | "editor/title" | "commandPalette", values: Values) {
  const registry = createActionRegistry();
  registry.registerContributions(builtinContributions);
  registry.context.update(values);
  return registry.getMenu(menu).map(({ action }) => action);
}

test("the builtin actions are complete, and plain data without diagnostics", () => {
  const registry = createActionRegistry();
  registry.registerContributions(builtinContributions);
  expect(registry.getActions().map(({ id }) => id)).toEqual([
    "goToDefinition",
    "goToDefinition.preloaded",
    "findReferences",
    "toggleLineWrap",
    "goToPermalink",
    "toggleColorTheme",
  ]);
  expect(JSON.parse(JSON.stringify(builtinContributions))).toEqual(builtinContributions);
  expect(registry.getDiagnostics()).toEqual([]);
});

describe("the hover menu", () => {
  test.each<[string, Values, readonly string[]]>([
    ["nothing is known", {}, []],
    ["the definition is looked up", { "goToDefinition.showLoading": true }, ["goToDefinition"]],
    ["the look-up failed", { "goToDefinition.error": "no answer" }, ["goToDefinition"]],
    ["there is no definition", { "goToDefinition.notFound": true }, []],
    ["the definition is known", { "goToDefinition.url": url }, ["goToDefinition.preloaded"]],
    [
      "definition and references are known",
      { "goToDefinition.url": url, "findReferences.url": references },
      ["goToDefinition.preloaded", "findReferences"],
    ],
    [
      "references are known before the definition",
      { "goToDefinition.showLoading": true, "findReferences.url": references },
      ["goToDefinition", "findReferences"],
    ],
    ["only references are known", { "findReferences.url": references }, []],
  ])("offers what is possible when %s", (_name, values, expected) => {
    expect(read("hover", values).map(({ id }) => id)).toEqual(expected);
  });

  test("leads to the definition by a real link, once that is known", () => {
    const [action] = read("hover", { "goToDefinition.url": url });
    expect(action).toMatchObject({ kind: "link", link: { href: url, external: false } });
  });

  test("says so where the person is at the definition", () => {
    const [action] = read("hover", { "goToDefinition.url": url, hoveredOnDefinition: true });
    expect(action).toMatchObject({ disabled: true, disabledReason: "You are at the definition" });
  });

  test("hands the position to the command as JSON", () => {
    const [action] = read("hover", {
      "goToDefinition.showLoading": true,
      hoverPosition: { line: 3, character: 5 },
    });
    expect(action?.arguments.map((text) => JSON.parse(String(text)) as unknown)).toEqual([
      { line: 3, character: 5 },
    ]);
  });
});

describe("the toolbar of a code view", () => {
  const codeView = { resource: true, component: true, "resource.commit": "abc" };

  test.each([
    [true, "Do not wrap long lines"],
    [false, "Wrap long lines"],
  ])("shows whether lines are wrapped (%s)", (lineWrap, title) => {
    const [wrap] = read("editor/title", { ...codeView, "config.codeView.lineWrap": lineWrap });
    expect(wrap).toMatchObject({ title, item: { name: "Wrap", pressed: lineWrap } });
  });

  test("leads to the permalink, or says that this is one", () => {
    const [, there] = read("editor/title", { ...codeView, "permalink.url": "/-/blob/abc" });
    expect(there).toMatchObject({ id: "goToPermalink", disabled: false });
    const [, already] = read("editor/title", codeView);
    expect(already).toMatchObject({
      disabled: true,
      disabledReason: "This address is a permalink already",
    });
  });

  test("has no permalink outside of version control", () => {
    const actions = read("editor/title", { resource: true, component: true });
    expect(actions.map(({ id }) => id)).toEqual(["toggleLineWrap"]);
  });
});
