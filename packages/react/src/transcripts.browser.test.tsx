import type { ApplicationAction } from "@action-telemetry/actions";
import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { HoverOverlay } from "./hover-overlay/HoverOverlay.tsx";
import { ActionMenu } from "./menu/ActionMenu.tsx";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "copy", title: "Copy path", description: "To the clipboard", iconURL: "copy", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "publish", title: "Publish", run },
  { id: "fails", title: "Upload", run: () => Promise.reject(new Error("Too large.")) },
];
const menus = {
  "editor/title": [
    { action: "blame", group: "1" },
    { action: "copy", group: "1" },
    { action: "manual", group: "2" },
    { action: "publish", group: "2", disabledWhen: "true" },
  ],
  hover: [{ action: "copy" }],
};

afterEach(() => virtual.stop());

/** What is spoken from the beginning of an element to its end. */
async function read(container: Element): Promise<readonly string[]> {
  await virtual.start({ container: container as HTMLElement });
  const [first] = await virtual.spokenPhraseLog();
  for (let steps = 0; steps < 60; steps += 1) {
    await virtual.next();
    if ((await virtual.lastSpokenPhrase()) === first) break;
  }
  return (await virtual.spokenPhraseLog()).slice(0, -1);
}

it("A toolbar is spoken with its groups, states and reasons", async () => {
  renderActions(<CodeViewToolbar />, { actions, menus });
  expect(await read(page.getByRole("toolbar").element().parentElement as Element)).toEqual([
    "toolbar, Code actions, orientated horizontally",
    "button, Blame, not pressed",
    "button, Copy path, To the clipboard.",
    "separator, orientated vertically, max value 100, min value 0",
    "link, Manual (opens in a new tab)",
    "Manual",
    "(",
    "opens in a new tab",
    ")",
    "end of link, Manual (opens in a new tab)",
    "button, Publish, This action is not available right now., disabled",
    "end of toolbar, Code actions, orientated horizontally",
    "alert",
  ]);
});

it("An open menu is spoken with its check boxes, links and reasons", async () => {
  renderActions(<ActionMenu label="More" menu="editor/title" />, { actions, menus });
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(await read(page.getByRole("menu").element())).toEqual([
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

it("A hover is spoken with its content and its actions", async () => {
  const anchor = { getBoundingClientRect: () => new DOMRect(60, 260, 30, 18) };
  const state = { kind: "ready", content: <p>Adds two numbers.</p> } as const;
  renderActions(<HoverOverlay token={1} label="sum" anchor={anchor} state={state} />, {
    actions,
    menus,
  });
  expect(await read(page.getByRole("dialog").element())).toEqual([
    "dialog, About sum",
    "dialog, About sum",
    "paragraph",
    "Adds two numbers.",
    "end of paragraph",
    "group, Actions for this word",
    "button, Copy path, To the clipboard.",
    "end of group, Actions for this word",
    "end of dialog, About sum",
  ]);
});

it("A failure in a menu is spoken at once, although the menu has closed", async () => {
  const { container } = renderActions(<ActionMenu label="More" items={[{ action: "fails" }]} />, {
    actions,
  });
  await virtual.start({ container });
  await userEvent.click(page.getByRole("button", { name: "More" }));
  await userEvent.click(page.getByRole("menuitem", { name: "Upload" }));
  await expect
    .poll(async () => (await virtual.spokenPhraseLog()).join(" "))
    .toContain("assertive: Upload failed");
});
