import type { ApplicationAction } from "@action-telemetry/actions";
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ActionItem } from "./action-item/ActionItem.tsx";
import { CodeViewToolbar } from "./code-view-toolbar/CodeViewToolbar.tsx";
import { listen } from "./testing/listen.ts";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "copy", title: "Copy path", description: "To the clipboard", iconURL: "copy", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
  { id: "publish", title: "Publish", run },
];
const menus = {
  "editor/title": [
    { action: "blame", group: "1" },
    { action: "copy", group: "1" },
    { action: "manual", group: "2" },
    { action: "publish", group: "2", disabledWhen: "true" },
  ],
};
const button = (name: string) => page.getByRole("button", { name });

it("A toolbar is spoken with its groups, states and reasons", async () => {
  renderActions(<CodeViewToolbar />, { actions, menus });
  const reader = await listen();
  await reader.read(page.getByRole("toolbar").element().parentElement as Element);
  expect(await reader.end()).toEqual([
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

it("A toolbar without room for all is moved in by arrows, to its menu, into it and back", async () => {
  renderActions(
    <div style={{ inlineSize: 130 }}>
      <CodeViewToolbar />
    </div>,
    { actions, menus },
  );
  await expect.element(button("More actions")).toBeVisible();
  const reader = await listen();
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(button("Copy path")).toHaveFocus();
  await userEvent.keyboard("{End}{Enter}");
  const item = page.getByRole("menuitem", { name: /Manual/ });
  await expect.element(item).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{Escape}");
  await expect.element(button("More actions")).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(button("Blame")).toHaveFocus();
  expect(await reader.end()).toEqual([
    "button, Blame, not pressed",
    "button, Copy path, To the clipboard.",
    "button, More actions, not expanded, has popup menu",
    "menuitem, Manual (opens in a new tab), position 1, set size 2",
    "menuitem, Publish, This action is not available right now., disabled, position 2, set size 2",
    "button, More actions, not expanded, has popup menu",
    "button, Blame, not pressed",
  ]);
});

it("A toggle says whether it is pressed, each time it is", async () => {
  const { registry } = renderActions(<ActionItem action="toggle" />, {
    actions: [
      {
        id: "toggle",
        title: "Blame",
        run: () => registry.context.update({ on: registry.context.getSnapshot()["on"] !== true }),
        actionItem: { pressed: "on" },
      },
    ],
  });
  const reader = await listen();
  await userEvent.tab();
  for (const pressed of ["true", "false"]) {
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Blame")).toHaveAttribute("aria-pressed", pressed);
    await reader.repeat();
  }
  expect(await reader.end()).toEqual([
    "button, Blame, not pressed",
    "button, Blame, pressed",
    "button, Blame, not pressed",
  ]);
});

it("An item that is not active can be reached, says why, and does nothing", async () => {
  const { recorded } = renderActions(<ActionItem action="copy" disabled="Open a file first" />, {
    actions,
  });
  const reader = await listen();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await reader.repeat();
  expect(await reader.end()).toEqual([
    "button, Copy path, Open a file first. To the clipboard., disabled",
  ]);
  expect(recorded.events).toEqual([]);
});
