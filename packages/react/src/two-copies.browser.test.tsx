import type * as Actions from "@action-telemetry/actions";
import type * as TelemetryTesting from "@action-telemetry/telemetry/testing";
import * as React from "react";
import * as ReactDOM from "react-dom";
import * as ReactDOMClient from "react-dom/client";
import * as ReactJSX from "react/jsx-runtime";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import type * as Library from "./index.ts";
import styles from "./styles.css?inline";

declare module "vitest/browser" {
  interface BrowserCommands {
    buildCopy(react: "own" | "shared"): Promise<string>;
  }
}

/** What a copy exports: this library, and what is needed to set it up. */
type Copy = typeof Library &
  Pick<typeof Actions, "createActionRegistry"> &
  Pick<typeof TelemetryTesting, "createTestRecorder"> &
  Pick<typeof React, "createElement"> &
  Pick<typeof ReactDOMClient, "createRoot">;

vi.stubGlobal("sharedModules", {
  react: React,
  "react-dom": ReactDOM,
  "react-dom/client": ReactDOMClient,
  "react/jsx-runtime": ReactJSX,
});

const scripts = new Map<string, Promise<string>>();

/** Loads two copies of one script: each a module of its own, with all that it remembers. */
async function loadCopies(react: "own" | "shared"): Promise<readonly [Copy, Copy]> {
  const building = scripts.get(react) ?? commands.buildCopy(react);
  scripts.set(react, building);
  const script = new Blob([await building], { type: "text/javascript" });
  const load = async () => {
    const address = URL.createObjectURL(script);
    const { default: copy } = (await import(/* @vite-ignore */ address)) as { default: Copy };
    URL.revokeObjectURL(address);
    return copy;
  };
  return [await load(), await load()];
}

/** An application made with one copy: its actions, and what it records. */
function createApplication(copy: Copy, name: string) {
  const { createElement, TelemetryProvider, ActionsProvider } = copy;
  const registry = copy.createActionRegistry({ baseURL: location.href });
  const run = vi.fn();
  registry.registerContributions({
    actions: [
      { id: `${name}.save`, title: `Save ${name}`, keybindings: ["Alt+S"], run },
      { id: `${name}.copy`, title: `Copy ${name}`, description: "To the clipboard", run },
    ],
    menus: { commandPalette: [{ action: `${name}.save` }] },
  });
  const recorded = copy.createTestRecorder();
  const provide = (...children: readonly React.ReactNode[]) =>
    createElement(
      TelemetryProvider,
      { recorder: recorded.recorder },
      createElement(ActionsProvider, { registry, platform: "other" }, ...children),
    );
  const item = (action: string) =>
    createElement(copy.ActionItem, { action: `${name}.${action}`, key: `${name}.${action}` });
  const menu = createElement(copy.ActionMenu, {
    label: `Menu of ${name}`,
    items: [{ action: `${name}.copy` }],
  });
  const palette = createElement(copy.CommandPalette, {
    recents: copy.createRecents(),
  });
  const names = () => recorded.events.map((event) => event.name);
  return { copy, provide, item, menu, palette, run, names };
}

async function mount({ createRoot }: Copy, node: React.ReactNode): Promise<void> {
  const container = document.body.appendChild(document.createElement("div"));
  // Room for the tooltip of the one above.
  container.style.marginBlockEnd = "80px";
  const root = createRoot(container);
  root.render(node);
  onTestFinished(() => {
    root.unmount();
    container.remove();
  });
  await expect.poll(() => container.querySelector("button")).not.toBe(null);
}

const button = (name: string) => page.getByRole("button", { name, exact: true });

describe.each(["shared", "own"] as const)("Two copies with a React that is %s", (react) => {
  async function createBoth() {
    const style = document.head.appendChild(document.createElement("style"));
    style.textContent = styles;
    onTestFinished(() => style.remove());
    const [first, second] = await loadCopies(react);
    expect(first.ActionItem).not.toBe(second.ActionItem);
    return [createApplication(first, "one"), createApplication(second, "two")] as const;
  }

  it("side by side run and record what is theirs, once each, by click, key and menu", async () => {
    const [one, two] = await createBoth();
    for (const { copy, provide, item, menu } of [one, two])
      await mount(copy, provide(item("copy"), menu));
    await userEvent.click(button("Copy two"));
    button("Copy one").element().focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(button("Menu of two"));
    await userEvent.click(page.getByRole("menuitem", { name: "Copy two" }));
    await expect
      .poll(() => [one.names(), two.names()])
      .toEqual([["one.copy"], ["two.copy", "two.copy"]]);
    await expect.poll(() => [one.run.mock.calls.length, two.run.mock.calls.length]).toEqual([1, 2]);
  });

  it("answer a shortcut that both have once, and open one palette", async () => {
    const [one, two] = await createBoth();
    for (const { copy, provide, item, palette } of [one, two]) {
      await mount(copy, provide(item("save"), palette));
    }
    await userEvent.keyboard("{Alt>}s{/Alt}");
    await expect.poll(() => [...one.names(), ...two.names()]).toHaveLength(1);
    await userEvent.keyboard("{Control>}k{/Control}");
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await expect.poll(() => page.getByRole("dialog").elements()).toHaveLength(1);
    await userEvent.keyboard("save{Enter}");
    await expect.poll(() => [...one.names(), ...two.names()]).toHaveLength(2);
  });

  it("have no ID in common, and a menu is controlled by its own button", async () => {
    const [one, two] = await createBoth();
    for (const { copy, provide, menu } of [one, two]) await mount(copy, provide(menu));
    const ids: (string | null)[] = [];
    for (const name of ["one", "two"]) {
      button(`Menu of ${name}`).element().focus();
      await userEvent.keyboard("{Enter}");
      const menu = page.getByRole("menu", { name: `Menu of ${name}` });
      await expect.element(menu).toBeVisible();
      expect(button(`Menu of ${name}`).element().getAttribute("aria-controls")).toBe(
        menu.element().id,
      );
      ids.push(menu.element().id);
    }
    expect(new Set(ids).size).toBe(2);
  });

  it("show a tooltip once, and look the same with the styles of both", async () => {
    const [one, two] = await createBoth();
    for (const { copy, provide, item } of [one, two]) await mount(copy, provide(item("copy")));
    const looks = () =>
      ["one", "two"].map((name) => {
        const style = getComputedStyle(button(`Copy ${name}`).element());
        return [...style].map((property) => style.getPropertyValue(property)).join();
      });
    const before = looks();
    const again = document.head.appendChild(document.createElement("style"));
    again.textContent = styles;
    onTestFinished(() => again.remove());
    expect(looks()).toEqual(before);
    await userEvent.hover(button("Copy one"));
    await expect.element(page.getByRole("tooltip")).toHaveTextContent("To the clipboard");
    await userEvent.hover(button("Copy two"));
    await expect.poll(() => page.getByRole("tooltip").elements().length).toBe(1);
  });
});

it("Nested, with one React, each item records where the nearest provider of its own copy says", async () => {
  const [first, second] = await loadCopies("shared");
  const one = createApplication(first, "one");
  const two = createApplication(second, "two");
  await mount(
    first,
    one.provide(one.item("save"), two.provide(two.item("copy"), one.item("copy"))),
  );
  await userEvent.click(button("Copy two"));
  await userEvent.click(button("Copy one"));
  await userEvent.click(button("Save one"));
  await expect
    .poll(() => [one.names(), two.names()])
    .toEqual([["one.copy", "one.save"], ["two.copy"]]);
});
