import type { ApplicationAction } from "@action-telemetry/actions";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { findViolations } from "../testing/findViolations.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { ActionMenu, type ActionMenuProps } from "./ActionMenu.tsx";

const run = vi.fn();
const actions: readonly ApplicationAction[] = [
  { id: "copy.link", title: "Copy link", iconURL: "link", keybindings: ["Mod+L"], run },
  { id: "copy.path", title: "Copy path", run },
  { id: "blame", title: "Blame", run: () => undefined, actionItem: { pressed: "on" } },
  { id: "light", title: "Light", run: () => undefined, actionItem: { pressed: "light" } },
  { id: "dark", title: "Dark", run: () => undefined, actionItem: { pressed: "!light" } },
  { id: "away", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "here", title: "History", command: "open", commandArguments: ["#history"] },
  { id: "fails", title: "Fails", run: () => Promise.reject(new Error("Too large.")) },
  { id: "text", title: "Read only" },
];
const menus = {
  help: [
    { action: "copy.link", group: "1" },
    { action: "copy.path", group: "1" },
    { action: "blame", group: "2" },
    { action: "light", group: "theme" },
    { action: "dark", group: "theme" },
    { action: "away", group: "z" },
    { action: "here", group: "z" },
    { action: "fails", group: "z" },
    { action: "text", group: "z" },
  ],
};
const item = (name: string) => page.getByRole("menuitem", { name });
const button = () => page.getByRole("button", { name: "Help" });
const menu = () => page.getByRole("menu", { name: "Help" });
const focused = () => document.activeElement?.getAttribute("data-label");

function show(props: Partial<ActionMenuProps> = {}) {
  run.mockClear();
  return renderActions(
    <>
      <ActionMenu label="Help" menu="help" radioGroups={["theme"]} {...props} />
      <button type="button">After</button>
    </>,
    { actions, menus },
  );
}

describe("A menu button", () => {
  it("says what it opens and whether it is open, and logs nothing for that", async () => {
    const { recorded } = show();
    await expect.element(button()).toHaveAttribute("aria-haspopup", "menu");
    await expect.element(button()).toHaveAttribute("aria-expanded", "false");
    await userEvent.click(button());
    await expect.element(button()).toHaveAttribute("aria-expanded", "true");
    expect(button().element().getAttribute("aria-controls")).toBe(menu().element().id);
    await userEvent.click(button());
    await expect.element(menu()).not.toBeInTheDocument();
    expect(recorded.events).toEqual([]);
  });

  it.each([
    ["{Enter}", "Copy link"],
    [" ", "Copy link"],
    ["{ArrowDown}", "Copy link"],
    ["{ArrowUp}", "Read only"],
  ])("opens for the key %s with the focus at the right end", async (key, title) => {
    show();
    await userEvent.tab();
    await userEvent.keyboard(key);
    await expect.poll(focused).toBe(title);
  });

  it("is nothing without entries", () => {
    show({ menu: "global/nav" });
    expect(button().query()).toBe(null);
  });

  it("that shows its icon only has a name and a tooltip", async () => {
    show({ variant: "icon", icon: "question" });
    await userEvent.tab();
    await expect.element(page.getByRole("tooltip")).toHaveTextContent("Help");
    await expect.element(button()).toHaveAccessibleName("Help");
  });
});

describe("An open menu", () => {
  it("is moved in by arrows, Home, End and letters, and goes round", async () => {
    show();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}{ArrowDown}");
    await expect.poll(focused).toBe("Copy path");
    await userEvent.keyboard("{ArrowUp}{ArrowUp}");
    await expect.poll(focused).toBe("Read only");
    await userEvent.keyboard("{Home}");
    await expect.poll(focused).toBe("Copy link");
    await userEvent.keyboard("{End}");
    await expect.poll(focused).toBe("Read only");
    await userEvent.keyboard("hi");
    await expect.poll(focused).toBe("History");
  });

  it("takes the words of its titles with their spaces, and runs nothing for them", async () => {
    const { recorded } = show();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}copy p");
    await expect.poll(focused).toBe("Copy path");
    expect(recorded.events).toEqual([]);
  });

  it("closes for Escape with the focus back, for Tab with the focus on what follows", async () => {
    show();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}{Escape}");
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
    await userEvent.keyboard("{Enter}{Tab}");
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "After" })).toHaveFocus();
  });

  it("closes for a press elsewhere, which does what it does", async () => {
    show();
    await userEvent.click(button());
    await userEvent.click(page.getByRole("button", { name: "After" }));
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "After" })).toHaveFocus();
  });

  it("has the item under a moving pointer, and keeps its keys from the page", async () => {
    const shortcut = vi.fn();
    document.addEventListener("keydown", shortcut);
    show();
    await userEvent.click(button());
    await userEvent.hover(item("Copy path"));
    await expect.poll(focused).toBe("Copy path");
    await userEvent.keyboard("x{ArrowDown}");
    document.removeEventListener("keydown", shortcut);
    expect(shortcut).not.toHaveBeenCalled();
  });

  it("has nothing that axe would mend, also with a reason shown", async () => {
    const items = [{ action: "copy.path" }];
    const { registry } = show({ menu: "help", items: [{ ...items[0]!, key: "own" }] });
    registry.context.update({ on: true, light: true });
    await userEvent.click(button());
    expect(await findViolations()).toEqual([]);
  });
});

describe("What is run in a menu", () => {
  it("runs and is logged once, with the focus back at the button before it runs", async () => {
    const { recorded } = show();
    let focusedWhenRun: Element | null = null;
    run.mockImplementationOnce(() => (focusedWhenRun = document.activeElement));
    await userEvent.click(button());
    await userEvent.click(item("Copy path"));
    await expect.poll(() => focusedWhenRun).toBe(button().element());
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "copy.path", surface: "menu", trigger: "pointer" }]);
    await expect.element(menu()).not.toBeInTheDocument();
  });

  it.each(["{Enter}", " "])("runs once for the key %s", async (key) => {
    const { recorded } = show();
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await userEvent.keyboard(key);
    await expect.element(menu()).not.toBeInTheDocument();
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "copy.path", surface: "menu", trigger: "keyboard" }]);
  });

  it("is a check box where it is a toggle; Space leaves the menu open, Enter closes it", async () => {
    const { recorded, registry } = show();
    await userEvent.tab();
    await userEvent.keyboard("{Enter}");
    const box = page.getByRole("menuitemcheckbox", { name: "Blame" });
    await expect.element(box).toHaveAttribute("aria-checked", "false");
    expect(box.element().hasAttribute("aria-pressed")).toBe(false);
    await userEvent.keyboard("{ArrowDown}{ArrowDown} ");
    registry.context.update({ on: true });
    await expect.element(box).toHaveAttribute("aria-checked", "true");
    await expect.element(box).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["blame", "blame"]);
  });

  it("is a radio button in a group of those", async () => {
    const { registry } = show();
    registry.context.update({ light: true });
    await userEvent.click(button());
    const radio = (name: string) => page.getByRole("menuitemradio", { name });
    await expect.element(radio("Light")).toHaveAttribute("aria-checked", "true");
    await expect.element(radio("Dark")).toHaveAttribute("aria-checked", "false");
  });

  it("is a link where it is one: the browser follows it, and it is logged once", async () => {
    history.replaceState(null, "", "#");
    const { recorded } = show();
    await userEvent.click(button());
    const away = item("Manual (opens in a new tab)");
    await expect.element(away).toHaveAttribute("rel", "noopener noreferrer");
    await userEvent.click(item("History"));
    await expect.poll(() => location.hash).toBe("#history");
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "here", surface: "menu", trigger: "pointer" }]);
  });

  it("says what went wrong although the menu has closed", async () => {
    show();
    await userEvent.click(button());
    await userEvent.click(item("Fails"));
    await expect.element(page.getByRole("alert")).toHaveTextContent("Fails failed: Too large.");
  });

  it("runs nothing for text, for a disabled item, or for the right button", async () => {
    const { recorded } = show();
    await userEvent.click(button());
    await userEvent.click(item("Read only"), { force: true });
    await userEvent.click(item("Copy link"), { button: "right" });
    await expect.element(menu()).toBeVisible();
    expect(recorded.events).toEqual([]);
  });
});
