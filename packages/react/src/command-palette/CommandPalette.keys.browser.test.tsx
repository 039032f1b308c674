import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { createRecents } from "./recents/createRecents.ts";

const types = ["keydown", "keypress", "keyup", "beforeinput"] as const;
const targets = [window, document, document.documentElement, document.body];
const run = vi.fn();
/** What the page's own listeners saw: those a page has for its shortcuts. */
let seen: string[] = [];
let done = new AbortController();
let hosts: HTMLElement[] = [];

beforeEach(() => {
  seen = [];
  done = new AbortController();
  for (const target of targets) {
    for (const type of types) {
      const see = (event: Event) => seen.push(`${type} ${(event as KeyboardEvent).key ?? ""}`);
      target.addEventListener(type, see, { signal: done.signal });
    }
  }
  run.mockClear();
});

afterEach(() => {
  done.abort();
  for (const host of hosts) host.remove();
  hosts = [];
});

function addHost(): HTMLElement {
  const host = document.body.appendChild(document.createElement("div"));
  hosts.push(host);
  return host;
}

/** Where a palette is put into a page, and how its text field is found there. */
const places = {
  "a root that was put into the page": () => addHost(),
  "an open shadow root": () => addHost().attachShadow({ mode: "open" }),
  "a closed shadow root": () => addHost().attachShadow({ mode: "closed" }),
};

function renderIn(parent: Node, onKeyDown?: () => void) {
  return renderActions(
    <div role="presentation" onKeyDown={onKeyDown}>
      <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} />
    </div>,
    {
      parent,
      platform: "other",
      actions: [
        { id: "save", title: "Save the file", run },
        { id: "keys", title: "Also by a key", keybindings: ["x"], run },
      ],
      menus: { commandPalette: [{ action: "save" }, { action: "keys" }] },
    },
  );
}

describe.each(Object.entries(places))("In %s", (_name, place) => {
  it("no key typed into the palette reaches the page, and the palette hears them all", async () => {
    const { container, recorded } = renderIn(place());
    container.querySelector("button")?.focus();
    await userEvent.keyboard("{F1}");
    await expect.poll(() => container.querySelector("dialog")?.open).toBe(true);
    seen.length = 0;
    await userEvent.keyboard("sx{Backspace}av{ArrowDown}{ArrowUp}{Home}{End}{Shift>}e{/Shift}");
    await userEvent.keyboard("{Control>}a{/Control}{Tab}{Shift>}{Tab}{/Shift}");
    await expect.poll(() => container.querySelector("input")?.value).toBe("save");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => container.querySelector("dialog")).toBe(null);
    // Not even that the key was released which closed it.
    expect(seen).toEqual([]);
    expect(recorded.events).toEqual([]);
    await userEvent.keyboard("q");
    await expect.poll(() => seen).toContain("keyup q");
  });

  it("the page hears keys while the palette is closed, so the listeners are real", async () => {
    const { container } = renderIn(place());
    container.querySelector("button")?.focus();
    await userEvent.keyboard("q");
    await expect.poll(() => seen).toContain("keydown q");
    await expect.poll(() => seen).toContain("keyup q");
    expect(seen.filter((event) => event === "keydown q")).toHaveLength(targets.length);
  });

  it("Enter runs the selected action once, and the page does not hear it", async () => {
    const { container, recorded } = renderIn(place());
    container.querySelector("button")?.focus();
    await userEvent.keyboard("{F1}");
    await expect.poll(() => container.querySelector("dialog")?.open).toBe(true);
    await userEvent.keyboard("save");
    seen.length = 0;
    await userEvent.keyboard("{Enter}");
    expect(run).toHaveBeenCalledTimes(1);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "save", surface: "palette", trigger: "keyboard" }]);
    expect(seen).toEqual([]);
  });
});

it("a page that listens in the capture phase hears keys all the same, as the README says", async () => {
  const heard = vi.fn();
  window.addEventListener("keydown", ({ key }) => heard(key), {
    capture: true,
    signal: done.signal,
  });
  renderIn(addHost());
  await userEvent.keyboard("{F1}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("s");
  await expect.poll(() => heard.mock.calls).toContainEqual(["s"]);
});

it("runs no shortcut of an action while the palette is open, and does when it is closed", async () => {
  const { recorded } = renderIn(addHost());
  await userEvent.keyboard("{F1}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("x");
  expect(recorded.events).toEqual([]);
  await userEvent.keyboard("{Escape}x");
  await expect.poll(() => recorded.events).toMatchObject([{ name: "keys", surface: "shortcut" }]);
});

it("keeps its keys from what is around it in the same application as well", async () => {
  const onKeyDown = vi.fn();
  renderIn(addHost(), onKeyDown);
  await userEvent.keyboard("{F1}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("abc");
  expect(onKeyDown).not.toHaveBeenCalled();
});

it("lets parts of an application's own hear the keys inside", async () => {
  const onKeyDown = vi.fn();
  renderActions(
    <CommandPalette recents={createRecents()}>
      <div role="presentation" onKeyDown={({ key }) => onKeyDown(key)}>
        <CommandPalette.Input />
      </div>
      <CommandPalette.List />
    </CommandPalette>,
    {
      actions: [{ id: "save", title: "Save", run }],
      menus: { commandPalette: [{ action: "save" }] },
    },
  );
  await userEvent.keyboard("{F1}");
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("s");
  await expect.poll(() => onKeyDown.mock.calls).toEqual([["s"]]);
  expect(seen.filter((event) => event.endsWith(" s"))).toEqual([]);
});
