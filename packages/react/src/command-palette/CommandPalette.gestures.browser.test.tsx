import { createContextStore, type ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { renderActions, type RenderActionsOptions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import type { CommandPaletteProps } from "./CommandPaletteProps.ts";
import { createRecents } from "./recents/createRecents.ts";

const run = vi.fn();
const openURL = vi.fn();
const actions: readonly ApplicationAction[] = [
  { id: "save", title: "Save", run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["#manual"] },
  { id: "print", title: "Print the manual", run },
];
const menus = { commandPalette: [{ action: "save" }, { action: "manual", alt: "print" }] };

type PaletteOptions = Pick<CommandPaletteProps, "scope" | "recents"> &
  Pick<RenderActionsOptions, "syntheticEvents">;

const option = (name: string) => page.getByRole("option", { name });

async function openPalette({ scope, recents = createRecents(), ...more }: PaletteOptions = {}) {
  const trigger = <CommandPalette.Trigger />;
  const palette = <CommandPalette recents={recents} scope={scope} trigger={trigger} />;
  const rendered = renderActions(palette, { actions, menus, openURL, platform: "other", ...more });
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
  await expect
    .poll(() => recorded.events)
    .toEqual([{ name: "save", surface: "palette", trigger: "pointer" }]);
});

it.each([
  ["Control and Enter", () => userEvent.keyboard("{Control>}{Enter}{/Control}"), "keyboard"],
  ["a middle click", () => userEvent.click(option("Manual"), { button: "middle" }), "pointer"],
])("opens a tab of a link for %s when its alternative is no link", async (_what, act, trigger) => {
  const recorded = await openPalette();
  await userEvent.keyboard("manual");
  await act();
  await expect.poll(() => openURL.mock.calls).toEqual([["#manual", { newTab: true }]]);
  await expect
    .poll(() => recorded.events)
    .toEqual([{ name: "manual", surface: "palette", trigger }]);
});

it("runs that alternative for Alt and Enter, and says so", async () => {
  const recents = createRecents();
  const recorded = await openPalette({ recents });
  await userEvent.keyboard("manual");
  await expect.element(page.getByText("Alt ↵")).toBeVisible();
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  expect([run.mock.calls.length, openURL.mock.calls]).toEqual([1, []]);
  await expect.poll(() => recents.getSnapshot()).toEqual(["print"]);
  await expect
    .poll(() => recorded.events)
    .toEqual([{ name: "print", surface: "palette", trigger: "keyboard", alt: true }]);
});

it("keeps the focus in the text field when something beside the rows is pressed", async () => {
  const recorded = await openPalette();
  await userEvent.click(page.getByText(/to run/));
  await expect.element(page.getByRole("combobox")).toHaveFocus();
  await userEvent.keyboard("save{Enter}");
  await expect.poll(() => recorded.events).toHaveLength(1);
});

it.each([
  ["runs a row for a click by a script, and says so", "run", [false]],
  ["runs nothing for a click by a script on a page of others", "ignore", []],
] as const)("%s", async (_what, syntheticEvents, trusted) => {
  const recorded = await openPalette({ syntheticEvents });
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  option("Save").element().dispatchEvent(click);
  await expect.poll(() => recorded.events.map((event) => event.trusted)).toEqual(trusted);
});

it("runs a row in the scope it is given", async () => {
  const scope = createContextStore({ file: "a.ts" });
  await openPalette({ scope });
  await userEvent.keyboard("save{Enter}");
  await expect.poll(() => run.mock.calls[0]?.[0]).toMatchObject({ context: { file: "a.ts" } });
});
