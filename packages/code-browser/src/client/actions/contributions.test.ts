import { builtinContributions, createActionRegistry } from "@action-telemetry/actions";
import { publicNames } from "@action-telemetry/collector";
import { expect, test } from "vitest";
import { createSettings } from "../settings/createSettings.ts";
import { browserContributions } from "./browserContributions.ts";
import { goToDefinition } from "./goToDefinition.ts";
import { registerExtensions } from "./registerExtensions.ts";
import { sampleExtensions } from "./sampleExtensions.ts";
import { toCodeSize } from "./setCodeSize.ts";

function createRegistry(named: readonly unknown[] = []) {
  const registry = createActionRegistry({ baseURL: "http://localhost:3080/" });
  registry.registerContributions(builtinContributions);
  registry.registerContributions(browserContributions);
  return { registry, unregister: registerExtensions(registry, named, sampleExtensions) };
}

test("the own actions and the sample extensions are accepted without a complaint", () => {
  const { registry, unregister } = createRegistry();
  expect(registry.getAction("editor.open")).toBeDefined();
  expect(registry.getDiagnostics()).toEqual([]);
  unregister();
  expect(registry.getAction("editor.open")).toBeUndefined();
});

test("an extension that the person named takes the place of a sample, and a malformed one harms nobody", () => {
  const actions = [{ id: "git.blame.toggle", title: "The real one", command: "open" }];
  const named = { name: "real", publisher: "tests", contributes: { actions } };
  const { registry } = createRegistry([{ contributes: 1 }, named]);
  expect(registry.getAction("git.blame.toggle")?.title).toBe("The real one");
  expect(registry.getAction("editor.open")).toBeDefined();
});

test("blame goes through its three states, each with its title", () => {
  const { registry } = createRegistry();
  const settings = createSettings(registry.context, undefined);
  const states: unknown[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const action = registry.getAction("git.blame.toggle");
    states.push([action?.item?.pressed, action?.title]);
    settings.update(["git.blame.decorations"], String(action?.arguments[1]));
  }
  expect(states).toEqual([
    [false, "Show blame of the selected lines"],
    [true, "Show blame of the whole file"],
    [true, "Hide blame"],
    [false, "Show blame of the selected lines"],
  ]);
});

test("only one action opts in to logging its argument, and logs one of two words", () => {
  const actions = [
    ...(builtinContributions.actions ?? []),
    ...(browserContributions.actions ?? []),
  ];
  const logging = actions.filter((action) => action.logArguments !== undefined);
  expect(logging.map((action) => action.id)).toEqual(["codeBrowser.setCodeSize"]);
  expect(logging[0]?.logArguments?.("large")).toEqual({ size: "large" });
  expect(logging[0]?.logArguments?.("a private text")).toEqual({ size: "normal" });
  expect(toCodeSize(undefined)).toBe("normal");
});

test.each([undefined, "", "{", "[]", `{"line":"1"}`, `{"line":1}`, {}])(
  "going to a definition with the argument %j is refused in words",
  async (argument) => {
    const invocation = {
      actionId: "goToDefinition",
      arguments: [argument],
      context: { "resource.path": "a.ts" },
      surface: "toolbar",
      trigger: "pointer",
      signal: new AbortController().signal,
    } as const;
    const navigation = { go: () => undefined };
    await expect(goToDefinition(invocation, navigation)).rejects.toThrow("Put the caret on a word");
  },
);

test("what a ping may name without asking is the builtin actions", () => {
  const builtin = (builtinContributions.actions ?? []).map(({ id }) => id);
  expect([...publicNames().name].toSorted()).toEqual(builtin.toSorted());
});
