import type { ApplicationAction } from "@action-telemetry/actions";
import { expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { CommandPalette } from "./command-palette/CommandPalette.tsx";
import type { CommandPaletteProps } from "./command-palette/CommandPaletteProps.ts";
import { createRecents } from "./command-palette/recents/createRecents.ts";
import { createDeferred } from "./testing/createDeferred.ts";
import { listen } from "./testing/listen.ts";
import { renderActions } from "./testing/renderActions.tsx";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Toggle blame", category: "Git", keybindings: ["Alt+B"], run },
  { id: "checkout", title: "Switch branch", category: "Git", run },
  { id: "theme", title: "Toggle color theme", category: "View", run },
];
const items = actions.map(({ id }) => ({ action: id }));
const inactive = { action: "history", disabledWhen: "true" };
const branches = ["main", "topic"].map((title) => ({ id: title, title, value: title }));

const trigger = () => page.getByRole("button", { name: "Command palette" });
const input = (name = "Search actions") => page.getByRole("combobox", { name });
const status = () => page.getByRole("status");
const selected = () => page.getByRole("option", { selected: true });
const selectedTitle = () => selected().element().querySelector(".at-palette-title")?.textContent;

const closed =
  "button, Command palette, not expanded, has popup dialog, key shortcuts Control+K F1";
/** What is said of the text field while rows match: which of them Enter would run. */
const field = (name: string, active: string) =>
  `combobox, ${name}, has popup listbox, expanded, active descendant ${active}, autocomplete in list, 1 control`;
const emptyField = (name: string) =>
  `combobox, ${name}, has popup listbox, not expanded, autocomplete in list`;
/** Of the opening, and how many actions there are when nobody types for a moment. */
const openedWith = (count: number) => [
  closed,
  "dialog, Command palette",
  field("Search actions", "Toggle blame"),
  `polite: ${count} actions`,
];
const opened = openedWith(actions.length + 1);

async function openPalette(props: CommandPaletteProps, ...more: readonly ApplicationAction[]) {
  const palette = (
    <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} {...props} />
  );
  renderActions(palette, {
    actions: [...actions, { id: "history", title: "Show history", run }, ...more],
    menus: { commandPalette: [...items, inactive, ...more.map(({ id }) => ({ action: id }))] },
    platform: "other",
  });
  const reader = await listen();
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await expect.element(input()).toHaveFocus();
  await expect.element(status()).toHaveTextContent(`${actions.length + 1 + more.length} actions`);
  return reader;
}

async function search(text: string, announced: string): Promise<void> {
  await userEvent.fill(page.getByRole("combobox"), text);
  await expect.element(status()).toHaveTextContent(announced);
}

it("A palette is opened, searched, moved in, run from, and gives the focus back", async () => {
  const reader = await openPalette({});
  await search("toggle", "2 actions");
  await reader.repeat();
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(selectedTitle).toBe("Toggle color theme");
  await reader.repeat();
  await userEvent.keyboard("{Enter}");
  await expect.element(trigger()).toHaveFocus();
  expect(await reader.end()).toEqual([
    ...opened,
    "polite: 2 actions",
    field("Search actions, toggle", "Toggle blame"),
    field("Search actions, toggle", "Toggle color theme"),
    closed,
  ]);
});

it("A search without a result says so, and one with a row that is not active why", async () => {
  const reader = await openPalette({});
  await search("zzz", "No actions match “zzz”");
  await reader.repeat();
  await search("hist", "1 action");
  await reader.repeat();
  await userEvent.keyboard("{Escape}");
  await expect.element(trigger()).toHaveFocus();
  expect(await reader.end()).toEqual([
    ...opened,
    "polite: No actions match “zzz”",
    emptyField("Search actions, zzz"),
    "polite: 1 action",
    field("Search actions, hist", "Show history This action is not available right now."),
    closed,
  ]);
});

it("An action that fails in a palette that stays open says why, and is run again", async () => {
  const first = createDeferred();
  const answers = [first.promise];
  const upload = () => answers.pop();
  const reader = await openPalette({ staysOpen: true }, { id: "up", title: "Upload", run: upload });
  await search("upload", "1 action");
  await userEvent.keyboard("{Enter}");
  await expect.element(status()).toHaveTextContent("Upload…");
  first.reject(new Error("No space left."));
  const again = page.getByRole("button", { name: "Try again" });
  await expect.element(again).toBeVisible();
  await userEvent.tab();
  await expect.element(again).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(status()).toHaveTextContent("Upload: done");
  expect(await reader.end()).toEqual([
    ...openedWith(5),
    "polite: 1 action",
    "polite: Upload…",
    "assertive: Upload failed: No space left.",
    "button, Try again",
    field("Search actions, upload", "Upload"),
    "polite: Upload: done",
  ]);
});

it("A choice that an action asks for is a page of its own, and is left again", async () => {
  const reader = await openPalette({
    prompts: { checkout: [{ title: "Branch", items: branches }] },
  });
  await search("switch", "1 action");
  await userEvent.keyboard("{Enter}");
  await expect.element(status()).toHaveTextContent("2 results");
  await reader.repeat();
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(selectedTitle).toBe("topic");
  await reader.repeat();
  await userEvent.keyboard("{Escape}");
  await expect.element(status()).toHaveTextContent("1 action");
  await reader.repeat();
  expect(await reader.end()).toEqual([
    ...opened,
    "polite: 1 action",
    "polite: 2 results",
    field("Branch", "main"),
    field("Branch", "topic"),
    "polite: 1 action",
    field("Search actions, switch", "Switch branch"),
  ]);
});

it("A text that an action asks for is refused with the reason, then accepted", async () => {
  const validate = (text: string) => (text.includes(" ") ? "A name has no spaces." : undefined);
  const reader = await openPalette(
    { prompts: { rename: [{ kind: "text", title: "New name", validate }] } },
    { id: "rename", title: "Rename", run },
  );
  await search("rename", "1 action");
  await userEvent.keyboard("{Enter}");
  await expect.element(input("New name")).toBeVisible();
  await reader.repeat();
  await search("my topic", "1 result");
  await reader.repeat();
  await userEvent.fill(input("New name"), "topic");
  await expect.poll(selectedTitle).toBe("topic");
  await reader.repeat();
  await userEvent.keyboard("{Enter}");
  await expect.element(trigger()).toHaveFocus();
  expect(await reader.end()).toEqual([
    ...openedWith(5),
    "polite: 1 action",
    emptyField("New name"),
    "polite: 1 result",
    field("New name, my topic", "my topic A name has no spaces."),
    field("New name, topic", "topic"),
    closed,
  ]);
});

it("Files that take a while and then cannot be found are found again on request", async () => {
  const first = createDeferred<typeof branches>();
  const second = createDeferred<typeof branches>();
  const answers = [second.promise, first.promise];
  const find = () => answers.pop() ?? [];
  const reader = await openPalette({ modes: [{ prefix: "#", title: "Files", find }] });
  await search("#read", "Files: loading…");
  await reader.repeat();
  first.reject(new Error("offline"));
  const again = page.getByRole("button", { name: "Try again" });
  await expect.element(again).toBeVisible();
  await userEvent.tab();
  await expect.element(again).toHaveFocus();
  // What is found at once needs no word about its loading.
  second.resolve(branches);
  await userEvent.keyboard("{Enter}");
  await expect.element(status()).toHaveTextContent("2 results");
  expect(await reader.end()).toEqual([
    ...opened,
    "polite: Files: loading…",
    `${emptyField("Search actions, #read")}, busy`,
    "assertive: Files could not be loaded",
    "button, Try again",
    field("Search actions, #read", "main"),
    "polite: 2 results",
  ]);
});
