import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { ActionExecution } from "../execution/ActionExecution.ts";
import { createExecutor } from "../execution/createExecutor.ts";
import { createActionRegistry } from "../registry/createActionRegistry.ts";
import { createConfiguration } from "./createConfiguration.ts";
import {
  registerStandardCommands,
  type StandardCommandOptions,
} from "./registerStandardCommands.ts";

type OpenURL = StandardCommandOptions["openURL"];

function setUp() {
  const registry = createActionRegistry();
  const configuration = createConfiguration({ context: registry.context });
  const openURL = vi.fn<OpenURL>();
  const remove = registerStandardCommands(registry, { configuration, openURL });
  const log: ActionExecution[] = [];
  const executor = createExecutor({
    record: (execution) => log.push(execution),
    getCommand: registry.getCommand,
    getContext: registry.context.getSnapshot,
  });
  const runCommand = async (command: string, commandArguments: readonly unknown[]) => {
    const unregister = registry.registerContributions({
      actions: [
        {
          id: "run",
          title: "Run",
          run: (call) => registry.getCommand(command)?.(call),
          commandArguments,
        },
      ],
    });
    const action = registry.getAction("run");
    if (action === undefined) throw new Error("The action is missing.");
    const outcome = await executor.execute(action, { surface: "page", trigger: "api" });
    unregister();
    return outcome;
  };
  return { registry, configuration, openURL, executor, log, remove, runCommand };
}

describe("the standard commands", () => {
  test("open a URL that the policy allows", async () => {
    const { openURL, runCommand } = setUp();
    await runCommand("open", ["https://a.example/x"]);
    await runCommand("open", ["/here"]);
    expect(openURL.mock.calls).toEqual([
      ["https://a.example/x", { newTab: true }],
      ["/here", { newTab: false }],
    ]);
  });

  test.each([["javascript:alert(1)"], ["data:text/html,x"], [""], [7], [undefined]])(
    "do not open %j",
    async (url) => {
      const { openURL, runCommand } = setUp();
      expect((await runCommand("open", [url])).status).toBe("failed");
      expect(openURL).not.toHaveBeenCalled();
    },
  );

  test("open a panel and keep the rest of the fragment", async () => {
    const { registry, openURL, runCommand } = setUp();
    registry.context.update({ "location.hash": "#L1:2-3:4" });
    await runCommand("openPanel", ["references"]);
    expect(openURL).toHaveBeenCalledExactlyOnceWith("#L1:2-3:4&tab=references", { newTab: false });
    expect((await runCommand("openPanel", [7])).status).toBe("failed");
  });

  test("change a setting, or say why not", async () => {
    const { configuration, runCommand } = setUp();
    await runCommand("updateConfiguration", ["a", 1]);
    expect(configuration.getSnapshot()).toEqual({ a: 1 });
    expect(await runCommand("updateConfiguration", [["__proto__"], 1])).toMatchObject({
      status: "failed",
      error: { message: "The setting was not changed: the command was given a malformed key." },
    });
  });

  test("are gone when taken away", () => {
    const { registry, remove } = setUp();
    remove();
    const commands = ["open", "openPanel", "updateConfiguration"];
    expect(commands.map((command) => registry.getCommand(command))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

/** A toggle of three states, in the form in which extensions write it. */
const threeStates = {
  publisher: "test",
  name: "blame",
  contributes: {
    actions: [
      {
        id: "git.blame.toggle",
        command: "updateConfiguration",
        commandArguments: [
          ["git.blame.decorations"],
          "${(config.git.blame.decorations === 'line' && 'file') || (config.git.blame.decorations === 'file' && 'none') || 'line'}",
          null,
        ],
        title:
          "${(config.git.blame.decorations === 'line' && 'To file') || (config.git.blame.decorations === 'file' && 'To none') || 'To line'}",
        actionItem: {
          label: "Blame",
          pressed:
            "(config.git.blame.decorations === 'line') || (config.git.blame.decorations === 'file')",
        },
      },
    ],
    menus: { "editor/title": [{ action: "git.blame.toggle", when: "resource" }] },
  },
};

const fixture = new URL(
  "../../../../../shared/fixtures/manifests/sourcegraph-git-extras.json",
  import.meta.url,
);

async function cycle(manifest: unknown) {
  const { registry, executor, configuration, log } = setUp();
  expect(registry.registerExtension(manifest).ok).toBe(true);
  const scope = registry.context.createScope({
    resource: true,
    "clientApplication.isSourcegraph": true,
  });
  const states: unknown[] = [];
  for (let round = 0; round < 4; round += 1) {
    const [item] = registry.getMenu("editor/title", scope);
    if (item === undefined) throw new Error("The menu is empty.");
    const { title, item: form, arguments: values } = item.action;
    states.push([title, form?.pressed, values]);
    await executor.execute(item.action, { surface: "toolbar", trigger: "pointer", scope });
  }
  return { states, log, configuration };
}

describe("git.blame.toggle", () => {
  test("goes through its three states with the right title, pressed state and arguments", async () => {
    const { states, log, configuration } = await cycle(threeStates);
    const key = ["git.blame.decorations"];
    expect(states).toEqual([
      ["To line", false, [key, "line", null]],
      ["To file", true, [key, "file", null]],
      ["To none", true, [key, "none", null]],
      ["To line", false, [key, "line", null]],
    ]);
    expect(configuration.getSnapshot()).toEqual({ "git.blame.decorations": "line" });
    expect(log).toHaveLength(4);
    expect(new Set(log.map((execution) => JSON.stringify(execution)))).toEqual(
      new Set(['{"actionId":"git.blame.toggle","surface":"toolbar","trigger":"pointer"}']),
    );
  });

  test.skipIf(!existsSync(fixture))(
    "does the same as the real extension declares it (skipped where the fixtures are not there)",
    async () => {
      const { states } = await cycle(JSON.parse(readFileSync(fixture, "utf8")));
      const key = ["git.blame.decorations"];
      expect(states).toEqual([
        ["Show blame for selected lines", false, [key, "line", null]],
        ["Show blame for the whole file", true, [key, "file", null]],
        ["Hide blame", true, [key, "none", null]],
        ["Show blame for selected lines", false, [key, "line", null]],
      ]);
    },
  );
});
