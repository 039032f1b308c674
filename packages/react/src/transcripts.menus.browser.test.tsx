import type { ApplicationAction } from "@action-telemetry/actions";
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionContextMenu } from "./menu/ActionContextMenu.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { ActionSplitButton } from "./menu/ActionSplitButton.tsx";
import { listen } from "./testing/listen.ts";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "copy", title: "Copy path", description: "To the clipboard", iconURL: "copy", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "publish", title: "Publish", run },
  { id: "fails", title: "Upload", run: () => Promise.reject(new Error("Too large.")) },
];
const button = (name: string) => page.getByRole("button", { name });
const item = (name: string) => page.getByRole("menuitem", { name });

it("An open menu is spoken with its check boxes, links and reasons", async () => {
  renderActions(<ActionMenu label="More" menu="editor/title" />, {
    actions,
    menus: {
      "editor/title": [
        { action: "blame", group: "1" },
        { action: "copy", group: "1" },
        { action: "manual", group: "2" },
        { action: "publish", group: "2", disabledWhen: "true" },
      ],
    },
  });
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("menu")).toBeVisible();
  const reader = await listen();
  await reader.read(page.getByRole("menu").element());
  expect(await reader.end()).toEqual([
    "menu, More, orientated vertically",
    "menuitemcheckbox, Blame, not checked, position 1, set size 1",
    "Blame",
    "end of menuitemcheckbox, Blame, not checked, position 1, set size 1",
    "menuitem, Copy path, To the clipboard., position 1, set size 3",
    "Copy path",
    "end of menuitem, Copy path, To the clipboard., position 1, set size 3",
    "separator, orientated horizontally, max value 100, min value 0",
    "menuitem, Manual (opens in a new tab), position 2, set size 3",
    "Manual",
    "(",
    "opens in a new tab",
    ")",
    "end of menuitem, Manual (opens in a new tab), position 2, set size 3",
    "menuitem, Publish, This action is not available right now., disabled, position 3, set size 3",
    "Publish",
    "end of menuitem, Publish, This action is not available right now., disabled, position 3, set size 3",
    "end of menu, More, orientated vertically",
  ]);
});

it("Check boxes and radio buttons say what is chosen, before and after", async () => {
  const view = (id: string, title: string, change: Readonly<Record<string, boolean | string>>) => ({
    id,
    title,
    run: () => registry.context.update(change),
    actionItem: { pressed: id === "map" ? "map" : `theme == "${id}"` },
  });
  const items = [
    { action: "dark", group: "theme" },
    { action: "light", group: "theme" },
    { action: "map" },
  ];
  const { registry } = renderActions(
    <ActionMenu label="View" items={items} radioGroups={["theme"]} />,
    {
      actions: [
        view("map", "Map of the file", { map: true }),
        view("dark", "Dark", { theme: "dark" }),
        view("light", "Light", { theme: "light" }),
      ],
    },
  );
  registry.context.update({ theme: "dark" });
  const reader = await listen();
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  const focused = () => document.activeElement;
  await expect.poll(() => focused()?.getAttribute("role")).toBe("menuitemradio");
  // The space bar chooses and leaves the menu open; Enter chooses and closes it.
  await userEvent.keyboard("{ArrowDown} ");
  await expect.poll(() => focused()?.getAttribute("aria-checked")).toBe("true");
  await reader.repeat();
  await userEvent.keyboard("{ArrowDown} ");
  await expect.poll(() => focused()?.getAttribute("aria-checked")).toBe("true");
  await reader.repeat();
  await userEvent.keyboard("{Enter}");
  await expect.element(button("View")).toHaveFocus();
  expect(await reader.end()).toEqual([
    "button, View, not expanded, has popup menu",
    "menuitemradio, Dark, checked, position 1, set size 2",
    "menuitemradio, Light, not checked, position 2, set size 2",
    "menuitemradio, Light, checked, position 2, set size 2",
    "menuitemcheckbox, Map of the file, not checked, position 1, set size 1",
    "menuitemcheckbox, Map of the file, checked, position 1, set size 1",
    "button, View, not expanded, has popup menu",
  ]);
});

it("A split button is two buttons of a group, and its menu offers the alternative", async () => {
  const { container } = renderActions(
    <ActionSplitButton action="publish" alt="copy" label="More ways to publish" />,
    { actions },
  );
  const group = container.querySelector("[role=group]") as Element;
  const reader = await listen();
  await reader.read(group);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(item("Copy path")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(button("More ways to publish")).toHaveFocus();
  expect(await reader.end()).toEqual([
    "group, More ways to publish",
    "button, Publish, Ctrl-click: Copy path.",
    "button, More ways to publish, not expanded, has popup menu",
    "end of group, More ways to publish",
    "button, Publish, Ctrl-click: Copy path.",
    "button, More ways to publish, not expanded, has popup menu",
    "menuitem, Copy path, To the clipboard., position 1, set size 1",
    "button, More ways to publish, not expanded, has popup menu",
  ]);
});

it("A context menu opens for the menu key, is moved in, and gives the focus back", async () => {
  renderActions(
    <ActionContextMenu label="Line 12" items={[{ action: "copy" }, { action: "manual" }]}>
      <button type="button">Line</button>
    </ActionContextMenu>,
    { actions },
  );
  const reader = await listen();
  await userEvent.tab();
  // Chromium without a window has no menu key: the event that it sends.
  const menuKey = new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
  button("Line").element().dispatchEvent(menuKey);
  await expect.element(item("Copy path")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{Escape}");
  await expect.element(button("Line")).toHaveFocus();
  expect(await reader.end()).toEqual([
    "button, Line",
    "menuitem, Copy path, To the clipboard., position 1, set size 2",
    "menuitem, Manual (opens in a new tab), position 2, set size 2",
    "button, Line",
  ]);
});

it("A failure in a menu is spoken at once, although the menu has closed", async () => {
  renderActions(<ActionMenu label="More" items={[{ action: "fails" }]} />, { actions });
  const reader = await listen();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await expect.element(item("Upload")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(button("Dismiss")).toBeVisible();
  expect(await reader.end()).toEqual([
    "button, More, not expanded, has popup menu",
    "menuitem, Upload, position 1, set size 1",
    "button, More, not expanded, has popup menu",
    "assertive: Upload failed: Too large.",
  ]);
});
