import type { FileFacts } from "@action-telemetry/code-hosts";
import { describe, expect, test } from "vitest";
import { createFakeBackground, signedIn } from "../../testing/content/createFakeBackground.ts";
import type { Presence } from "../repositories/Presence.ts";
import { codeViewContext, repositoryContext } from "./codeViewContext.ts";
import { settingNotice } from "./createSettingNotice.ts";
import { createContentActions } from "./createContentActions.ts";
import { toInstanceView } from "./InstanceView.ts";

const blob: FileFacts = {
  kind: "blob",
  repository: "github.com/a/b",
  path: "dir/sum.test.ts",
  revision: "main",
};
const side = (revision: string) => ({ revision, path: "dir/a.ts" });
const diff: FileFacts = { kind: "diff", repository: "github.com/a/b", path: "dir/a.ts" };
const instance = toInstanceView(signedIn);

describe("What actions can ask about a code view", () => {
  test("is its file and the link to it", () => {
    expect(codeViewContext(blob, instance, "there")).toMatchObject({
      resource: true,
      "resource.basename": "sum.test.ts",
      "resource.dirname": "dir",
      "resource.extname": ".ts",
      "resource.commit": "main",
      "instance.fileURL":
        "https://search.example/github.com/a/b@main/-/blob/dir/sum.test.ts?utm_source=chrome-extension",
      "instance.diffURL": null,
    });
  });

  test("is the link to its changes, or to the file after them where the side before is not known", () => {
    const links = (facts: FileFacts) => {
      const context = codeViewContext(facts, instance, "there");
      return [context["instance.diffURL"], context["instance.fileURL"]];
    };
    expect(links({ ...diff, base: side("b"), head: side("h") })).toEqual([
      "https://search.example/github.com/a/b/-/compare/b...h?utm_source=chrome-extension",
      null,
    ]);
    expect(links({ ...diff, head: side("h") })).toEqual([
      null,
      "https://search.example/github.com/a/b@h/-/blob/dir/a.ts?utm_source=chrome-extension",
    ]);
    expect(links(diff)).toEqual([null, null]);
  });

  test("holds no link while the person has to sign in, nor without an instance", () => {
    const signedOut = toInstanceView({
      ...signedIn,
      instance: { ...signedIn.instance, session: "signed-out" },
    });
    for (const other of [signedOut, undefined]) {
      expect(codeViewContext(blob, other, "there")["instance.fileURL"]).toBeNull();
      expect(
        repositoryContext("github.com/a/b", other, "there")["instance.repositoryURL"],
      ).toBeNull();
    }
    expect(repositoryContext("x", signedOut, "there")["instance.signInURL"]).toBe(
      "https://search.example/sign-in?close=true&utm_source=chrome-extension",
    );
    expect(repositoryContext("github.com/a/b", instance, "there")["instance.signInURL"]).toBeNull();
  });
});

describe("What actions can ask about a repository", () => {
  const ask = (presence: Presence) => {
    const context = {
      ...repositoryContext("github.com/a/b", instance, presence),
      ...codeViewContext(blob, instance, presence),
    };
    return Object.keys(context).filter(
      (key) => key.startsWith("instance.") && context[key] !== null,
    );
  };

  test.each([
    ["asking", []],
    ["there", ["instance.repositoryURL", "instance.fileURL"]],
    ["unknown", ["instance.repositoryURL", "instance.fileURL"]],
    ["missing", ["instance.repositoryMissing"]],
    ["private", ["instance.repositoryPrivate"]],
  ] as const)("of which is known: %s", (presence, keys) => {
    expect(ask(presence)).toEqual(keys);
  });

  test("is nothing but the way to sign in where that comes first", () => {
    const { session: _, ...rest } = signedIn.instance;
    const signedOut = toInstanceView({
      ...signedIn,
      instance: { ...rest, session: "signed-out" },
    });
    const context = repositoryContext("github.com/a/b", signedOut, "missing");
    expect(context["instance.repositoryMissing"]).toBeNull();
    expect(context["instance.signInURL"]).toContain("/sign-in");
  });
});

test("An instance whose address no link could lead to is none", () => {
  for (const url of ["javascript:alert(1)", "https://user@search.example", ""])
    expect(
      toInstanceView({ ...signedIn, instance: { ...signedIn.instance, url } }),
    ).toBeUndefined();
});

describe("The actions of a page", () => {
  const create = () => {
    const background = createFakeBackground();
    const told: string[] = [];
    const actions = createContentActions({
      background,
      tell: (sentence) => told.push(sentence),
      baseURL: "https://github.com/a/b",
      openURL: () => undefined,
    });
    return { background, told, ...actions };
  };
  const manifest = (id: string) => ({
    name: id,
    publisher: "p",
    contributes: {
      actions: [{ id, title: id, command: "c" }],
      menus: { commandPalette: [{ action: id }] },
    },
  });

  test("follow the manifests of the worker; one that stays is the identical action", () => {
    const { registry, update } = create();
    update({ ...signedIn, manifests: [manifest("one"), manifest("two"), 7, { contributes: 1 }] });
    const one = registry.getAction("one");
    expect([one?.id, registry.getAction("two")?.id]).toEqual(["one", "two"]);
    update({ ...signedIn, manifests: [manifest("one"), manifest("three")] });
    expect(registry.getAction("one")).toBe(one);
    expect(registry.getAction("two")).toBeUndefined();
    expect(registry.getAction("three")?.id).toBe("three");
  });

  test("follow the settings of extensions, also when one goes", () => {
    const { registry, update } = create();
    update({ ...signedIn, configuration: { "git.blame": "line", other: 1 } });
    expect(registry.context.getSnapshot()).toMatchObject({
      "config.git.blame": "line",
      "config.other": 1,
    });
    update({ ...signedIn, configuration: { other: 1 } });
    expect(registry.context.getSnapshot()).not.toHaveProperty(["config.git.blame"]);
  });

  test("run the commands of the worker there, say why when it refuses, and keep their own", async () => {
    const { registry, update, background } = create();
    update({ ...signedIn, commands: ["updateConfiguration", "openOptions"] });
    const run = (command: string) =>
      registry.getCommand(command)?.({ arguments: [["a"], 1], context: {} } as never);
    await run("updateConfiguration");
    expect(background.commands).toEqual([
      { command: "updateConfiguration", arguments: [["a"], 1] },
    ]);
    await run("openOptions");
    expect([background.optionsOpened, background.commands.length]).toEqual([1, 1]);
    background.command = () =>
      Promise.resolve({ ok: false, error: { code: "refused", message: "Not now." } });
    await expect(run("updateConfiguration")).rejects.toThrow("Not now.");
    update({ ...signedIn, commands: [] });
    expect(registry.getCommand("updateConfiguration")).toBeUndefined();
  });

  test("that change a setting say once what becomes of it, and nothing where that failed", async () => {
    const { registry, update, background, told } = create();
    update({ ...signedIn, commands: ["updateConfiguration", "other"] });
    const run = (command: string, key: string) =>
      registry.getCommand(command)?.({ arguments: [[key], 1], context: {} } as never);
    await run("updateConfiguration", "git.blame.decorations");
    await run("updateConfiguration", "git.blame.decorations");
    await run("other", "x");
    expect(told).toEqual([settingNotice]);
    await run("updateConfiguration", "hello");
    expect(told).toEqual([settingNotice, settingNotice]);
    background.command = () =>
      Promise.resolve({ ok: false, error: { code: "failed", message: "No." } });
    await expect(run("updateConfiguration", "third")).rejects.toThrow("No.");
    expect(told).toHaveLength(2);
  });

  test("have no keys but one that needs two modifiers, since the page's keys are the page's", () => {
    const { registry } = create();
    const keys = registry.getKeybindings().map(({ actionId }) => actionId);
    expect(keys).toEqual(["showHover"]);
    expect(registry.getDiagnostics()).toEqual([]);
  });
});
