import { describe, expect, it } from "vitest";

import { parseManifest, type ParseManifestOptions } from "./parseManifest.ts";

function parse(contributes: unknown, options?: ParseManifestOptions) {
  const parsed = parseManifest({ publisher: "acme", name: "tools", contributes }, options);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { contributions, diagnostics } = parsed.value;
  const found = diagnostics.map(({ code, path }) => `${code} ${path}`);
  return { ...contributions, diagnostics, found };
}

describe("the name of an extension", () => {
  it.each([
    [{ publisher: "acme", name: "tools" }, "acme/tools"],
    [{ name: "tools" }, "tools"],
    [{ extensionID: "acme/other", publisher: "acme", name: "tools" }, "acme/other"],
    [{ extensionID: 1, name: "@acme/tools" }, "@acme/tools"],
    [{}, "unnamed"],
    [{ name: "<b>" }, "unnamed"],
    [{ publisher: "acme" }, "unnamed"],
  ])("of %j is %s", (manifest, id) => {
    const parsed = parseManifest(manifest);
    expect(parsed).toMatchObject({ ok: true, value: { id } });
    const codes = parsed.ok ? parsed.value.diagnostics.map(({ code }) => code) : [];
    expect(codes).toStrictEqual(id === "unnamed" ? ["manifest-unnamed"] : []);
  });
});

describe("a manifest of the wrong structure is rejected", () => {
  it.each<[string, unknown]>([
    ["", null],
    ["", "{}"],
    ["", []],
    ["", 1],
    ["contributes", { contributes: [] }],
    ["contributes", { contributes: null }],
    ["contributes.actions", { contributes: { actions: {} } }],
    ["contributes.views", { contributes: { views: { "window/panel": [] } } }],
    ["contributes.searchFilters", { contributes: { searchFilters: "x" } }],
    ["contributes.menus", { contributes: { menus: [] } }],
    ['contributes.menus["hover"]', { contributes: { menus: { hover: {} } } }],
  ])("for %j in %j", (path, manifest) => {
    expect(parseManifest(manifest)).toMatchObject({
      ok: false,
      error: { code: "manifest-malformed", severity: "error", path },
    });
  });
});

describe("an action", () => {
  it("keeps its fields, and loses those that nobody knows", () => {
    const action = {
      id: "acme.run",
      title: "${x} title",
      disabledTitle: "Not now",
      category: "Acme",
      description: "Does it",
      iconURL: "history",
      command: "acme.run",
      commandArguments: ["${x}", ["a"], { b: [1, null, true] }],
      actionItem: { label: "Run", description: "d", iconDescription: "i", pressed: "x == 1" },
      keybindings: ["Mod+K", "g d"],
      keywords: ["do"],
    };
    const { actions, diagnostics } = parse({ actions: [{ ...action, telemetryProps: {} }] });
    expect(actions).toStrictEqual([action]);
    expect(diagnostics).toStrictEqual([]);
  });

  it.each([
    "__proto__",
    "constructor",
    "../../x",
    "=1+1",
    "<script>",
    "",
    "🎉",
    "a\r\nX: y",
    5,
    null,
  ])("is left out when its ID is %j", (id) => {
    const { actions, found } = parse({
      actions: [
        { id, title: "t" },
        { id: "good", title: "t" },
      ],
    });
    expect(actions).toMatchObject([{ id: "good" }]);
    expect(found).toStrictEqual(["invalid-id actions[0].id"]);
  });

  it("is left out when its ID is of ten megabytes", () => {
    const { found, diagnostics } = parse({ actions: [{ id: "a".repeat(10_000_000) }] });
    expect(found).toStrictEqual(["invalid-id actions[0].id"]);
    expect(JSON.stringify(diagnostics).length).toBeLessThan(1000);
  });

  it("is left out when one before it has its ID", () => {
    const { actions, found } = parse({
      actions: [
        { id: "a", title: "first" },
        { id: "a", title: "second" },
      ],
    });
    expect(actions).toStrictEqual([{ id: "a", title: "first" }]);
    expect(found).toStrictEqual(["duplicate-action actions[1].id"]);
  });

  it.each<[string, object, string]>([
    ["a title that is no text", { title: 5 }, "wrong-type actions[0].title"],
    [
      "a description that cannot be parsed",
      { description: "${" },
      "invalid-template actions[0].description",
    ],
    [
      "an icon from elsewhere",
      { iconURL: "https://x.example/i.png" },
      "invalid-icon actions[0].iconURL",
    ],
    ["a command that is no text", { command: {} }, "wrong-type actions[0].command"],
    ["keybindings that are no list", { keybindings: "Mod+K" }, "wrong-type actions[0].keybindings"],
    ["keybindings that are no texts", { keybindings: [1] }, "wrong-type actions[0].keybindings"],
    ["keywords without end", { keywords: Array(1000).fill("k") }, "wrong-type actions[0].keywords"],
    ["a toolbar form that is no object", { actionItem: [] }, "wrong-type actions[0].actionItem"],
  ])("loses %s, and nothing else", (_, fields, problem) => {
    const { actions, found } = parse({
      actions: [{ id: "a", actionItem: { label: "l" }, title: "t", ...fields }],
    });
    expect(actions).toMatchObject([{ id: "a" }]);
    expect(actions[0]).not.toHaveProperty(Object.keys(fields)[0] ?? "");
    expect(found).toContain(problem);
  });

  it("loses a toggle state that cannot be parsed, and stays as a plain button", () => {
    const { actions, diagnostics } = parse({
      actions: [{ id: "a", actionItem: { label: "l", pressed: "a = 1" } }],
    });
    expect(actions[0]?.actionItem).toStrictEqual({ label: "l" });
    expect(diagnostics).toMatchObject([
      {
        code: "invalid-expression",
        path: "actions[0].actionItem.pressed",
        message:
          "The character = has no meaning here: to compare, write == or === (at character 3). It was left out.",
        actionId: "a",
      },
    ]);
  });

  const cycle: unknown[] = [];
  cycle.push(cycle);
  it.each<[string, unknown]>([
    ["no list", "x"],
    ["a function", [() => 1]],
    ["a big integer", [1n]],
    ["undefined", [undefined]],
    ["not a number", [Number.NaN]],
    ["a cycle", cycle],
    ["a list of a million", Array(1_000_000).fill(1)],
    ["a template that cannot be parsed", ["${"]],
    ["a sparse list", Array(3)],
  ])("is left out when its arguments hold %s", (_, commandArguments) => {
    const { actions, diagnostics } = parse({
      actions: [{ id: "a", title: "t", commandArguments }],
    });
    expect(actions).toStrictEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain("The action was left out.");
  });

  it("cannot opt in to logging, nor carry code", () => {
    const { actions, found } = parse({
      actions: [
        {
          id: "a",
          title: "t",
          run: () => 1,
          logArguments: () => ({}),
          allowOverlap: true,
          timeoutMs: 1,
        },
      ],
    });
    expect(actions).toStrictEqual([{ id: "a", title: "t" }]);
    expect(found).toStrictEqual([
      "host-only-field actions[0].run",
      "host-only-field actions[0].logArguments",
      "host-only-field actions[0].allowOverlap",
      "host-only-field actions[0].timeoutMs",
    ]);
  });

  it.each([
    ["javascript:alert(1)", "invalid-url"],
    ["//evil.example", "invalid-url"],
    [undefined, "invalid-url"],
    [["x"], "invalid-url"],
    ["https://evil.example/?${json(context)}", "context-in-url"],
  ])("that opens %j stays, with a diagnostic", (url, code) => {
    const { actions, found } = parse({
      actions: [
        { id: "a", title: "t", command: "open", commandArguments: url === undefined ? [] : [url] },
      ],
    });
    expect(actions).toHaveLength(1);
    expect(found).toStrictEqual([`${code} actions[0].commandArguments[0]`]);
  });

  it.each(["https://docs.example/", "${codecov.commitURL}", "${get(context, `u.${x}`)}", "#L1"])(
    "that opens %s is not found fault with",
    (url) => {
      const { found } = parse({
        actions: [{ id: "a", title: "t", command: "open", commandArguments: [url] }],
      });
      expect(found).toStrictEqual([]);
    },
  );

  it("without any name has a diagnostic", () => {
    expect(parse({ actions: [{ id: "a", title: " " }] }).found).toStrictEqual([
      "no-name actions[0].title",
    ]);
    expect(
      parse({ actions: [{ id: "a", actionItem: { iconDescription: "i" } }] }).found,
    ).toStrictEqual([]);
  });
});

describe("a menu item", () => {
  const actions = [
    { id: "a", title: "a" },
    { id: "b", title: "b" },
  ];

  it("keeps its fields", () => {
    const item = { action: "a", alt: "b", when: "x", disabledWhen: "y", group: "g" };
    const { menus, diagnostics } = parse({ actions, menus: { hover: [item], help: [] } });
    expect(menus).toStrictEqual({ hover: [item], help: [] });
    expect(diagnostics).toStrictEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["names no action", {}, "dangling-action"],
    ["names an action that does not exist", { action: "c" }, "dangling-action"],
    ["has a condition that cannot be parsed", { action: "a", when: "(" }, "invalid-expression"],
    ["has a condition that is no text", { action: "a", when: true }, "wrong-type"],
    ["is no object", "a", "wrong-type"],
  ])("is left out when it %s", (_, item, code) => {
    const { menus, diagnostics } = parse({ actions, menus: { hover: [item, { action: "b" }] } });
    expect(menus).toStrictEqual({ hover: [{ action: "b" }] });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([code]);
  });

  it.each<[string, object, string]>([
    ["an alternative that does not exist", { alt: "c" }, 'dangling-alt menus["hover"][0].alt'],
    [
      "a disabling condition that cannot be parsed",
      { disabledWhen: "(" },
      'invalid-expression menus["hover"][0].disabledWhen',
    ],
    ["a group that is no text", { group: 1 }, 'wrong-type menus["hover"][0].group'],
  ])("loses %s, and nothing else", (_, fields, problem) => {
    const { menus, found } = parse({ actions, menus: { hover: [{ action: "a", ...fields }] } });
    expect(menus).toStrictEqual({ hover: [{ action: "a" }] });
    expect(found).toStrictEqual([problem]);
  });

  it("may name an action of somebody else's that is known", () => {
    const isKnownAction = (id: string) => id === "goToDefinition";
    const menus = { hover: [{ action: "goToDefinition" }, { action: "other" }] };
    const parsed = parse({ menus }, { isKnownAction });
    expect(parsed.menus).toStrictEqual({ hover: [{ action: "goToDefinition" }] });
    expect(parsed.found).toStrictEqual(['dangling-action menus["hover"][1].action']);
  });

  it("of a menu that does not exist is left out", () => {
    const { menus, found } = parse({ actions, menus: { toolbar: [{ action: "a" }], hover: [] } });
    expect(menus).toStrictEqual({ hover: [] });
    expect(found).toStrictEqual(['unknown-menu menus["toolbar"]']);
  });
});
