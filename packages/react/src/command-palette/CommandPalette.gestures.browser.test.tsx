import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { createRecents } from "./createRecents.ts";

const run = vi.fn();
const openURL = vi.fn();
const actions: readonly ApplicationAction[] = [
  { id: "save", title: "Save", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["#manual"] },
  { id: "print", title: "Print the manual", run },
];
const menus = { commandPalette: [{ action: "save" }, { action: "manual", alt: "print" }] };

const option = (name: string) => page.getByRole("option", { name });

async function openPalette() {
  const palette = <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} />;
  const rendered = renderActions(palette, { actions, menus, openURL, platform: "other" });
  await userEvent.click(page.getByRole("button", { name: "Command palette" }));
  return rendered.recorded;
}

beforeEach(() => {
  run.mockClear();
  openURL.mockClear();
});

it("runs nothing for a middle click on a row without an alternative, as on a button", async () => {
  const recorded = await openPalette();
  await userEvent.click(option("Save"), { button: "middle" });
  expect([run.mock.calls, recorded.events]).toEqual([[], []]);
  await userEvent.click(option("Save"));
  expect(recorded.events).toEqual([{ name: "save", surface: "palette", trigger: "pointer" }]);
});

it.each([
  ["Control and Enter", () => userEvent.keyboard("{Control>}{Enter}{/Control}"), "keyboard"],
  ["a middle click", () => userEvent.click(option("Manual"), { button: "middle" }), "pointer"],
])("opens a tab of a link for %s when its alternative is no link", async (_what, act, trigger) => {
  const recorded = await openPalette();
  await userEvent.keyboard("manual");
  await act();
  expect(openURL.mock.calls).toEqual([["#manual", { newTab: true }]]);
  expect(recorded.events).toEqual([{ name: "manual", surface: "palette", trigger }]);
});

it("runs that alternative for Alt and Enter, and says so", async () => {
  const recorded = await openPalette();
  await userEvent.keyboard("manual");
  await expect.element(page.getByText("Alt ↵")).toBeVisible();
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  expect([run.mock.calls.length, openURL.mock.calls]).toEqual([1, []]);
  expect(recorded.events).toEqual([
    { name: "print", surface: "palette", trigger: "keyboard", alt: true },
  ]);
});

it("keeps the focus in the text field when something beside the rows is pressed", async () => {
  const recorded = await openPalette();
  await userEvent.click(page.getByText(/to select/));
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("save{Enter}");
  expect(recorded.events).toHaveLength(1);
});
