import type { ApplicationAction } from "@action-telemetry/actions";
import { StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createDeferred } from "../testing/createDeferred.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import type { CommandPaletteProps } from "./CommandPaletteProps.ts";
import { createRecents } from "./recents/createRecents.ts";

const run = vi.fn<() => unknown>();
const actions: readonly ApplicationAction[] = [
  { id: "index", title: "Index the repository", run: () => run() },
  { id: "same.1", title: "Same title", run: () => run() },
  { id: "same.2", title: "Same title", run: () => run() },
  { id: "wrap", title: "Wrap long lines", run: () => run() },
];
const menus = { commandPalette: actions.map(({ id }) => ({ action: id })) };

const input = () => page.getByRole("combobox", { name: "Search actions" });
const option = (name: string | RegExp) => page.getByRole("option", { name });
const selected = () => page.getByRole("option", { selected: true });
const titles = () =>
  page
    .getByRole("option")
    .elements()
    .map((element) => element.querySelector(".at-palette-title")?.textContent);

const done = (title: string) => page.getByRole("status").filter({ hasText: `${title}: done` });

function renderPalette(props: CommandPaletteProps = {}) {
  return renderActions(
    <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} {...props} />,
    { actions, menus },
  );
}

async function open(): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: "Command palette" }));
  await expect.element(input()).toHaveFocus();
}

beforeEach(() => {
  run.mockReset();
});

describe("A palette that stays open", () => {
  it("shows that an action runs and that it has run, and keeps the focus", async () => {
    const end = createDeferred<void>();
    run.mockReturnValue(end.promise);
    const { recorded } = renderPalette({ staysOpen: true });
    await open();
    await userEvent.keyboard("index{Enter}");
    const status = page.getByRole("status");
    await expect.element(status).toHaveTextContent("Index the repository…");
    await expect.element(input()).toHaveFocus();
    end.resolve();
    await expect.element(done("Index the repository")).toBeInTheDocument();
    await userEvent.keyboard("x");
    await expect.element(done("Index the repository")).not.toBeInTheDocument();
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "index", surface: "palette", trigger: "keyboard" }]);
  });

  it("shows a failure with its reason, and runs again when asked to: an execution of its own", async () => {
    run.mockRejectedValueOnce(new Error("No space left."));
    const recents = createRecents();
    const { recorded } = renderPalette({ staysOpen: true, recents });
    await open();
    await userEvent.click(option("Index the repository"));
    const alert = page.getByRole("alert").filter({ hasText: "No space left." });
    await expect.element(alert).toHaveTextContent("Index the repository failed: No space left.");
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(input()).toHaveFocus();
    await expect.element(done("Index the repository")).toBeInTheDocument();
    expect(run).toHaveBeenCalledTimes(2);
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["index", "index"]);
    expect(recents.getLifts?.().get("index")).toBe(0.6);
  });

  it("may be one for some actions only", async () => {
    renderPalette({ staysOpen: ({ id }) => id === "wrap" });
    await open();
    await userEvent.keyboard("wrap{Enter}");
    await expect.element(done("Wrap long lines")).toBeInTheDocument();
    await userEvent.keyboard("{Control>}a{/Control}index{Enter}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });

  it("does not move what was run away from under the pointer", async () => {
    renderPalette({ staysOpen: true });
    await open();
    const before = titles();
    await userEvent.click(option("Wrap long lines"));
    await expect.element(done("Wrap long lines")).toBeInTheDocument();
    await expect.poll(titles).toEqual(before);
  });
});

describe("What a person set up", () => {
  it("is first: pins before all, and a name of one's own when it is typed in full", async () => {
    renderPalette({ pins: ["wrap"], aliases: { zz: "index" } });
    await open();
    await expect.element(page.getByText("Pinned")).toBeInTheDocument();
    await expect.poll(() => titles()[0]).toBe("Wrap long lines");
    await userEvent.keyboard("zz");
    await expect.poll(titles).toEqual(["Index the repository"]);
  });

  it("may be that the text is there again, to be typed over", async () => {
    renderPalette({ keepQuery: true });
    await open();
    await userEvent.keyboard("wrap{Escape}");
    await open();
    await expect.element(input()).toHaveValue("wrap");
    await expect.poll(titles).toEqual(["Wrap long lines"]);
    await userEvent.keyboard("index");
    await expect.element(input()).toHaveValue("index");
  });

  it("is forgotten by default: the text is empty each time", async () => {
    renderPalette();
    await open();
    await userEvent.keyboard("wrap{Escape}");
    await open();
    await expect.element(input()).toHaveValue("");
  });
});

describe("Rows", () => {
  it("with equal titles are never both selected, and the one that is named is the one that runs", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("same title{ArrowDown}");
    await expect.poll(() => selected().elements()).toHaveLength(1);
    const named = input().element().getAttribute("aria-activedescendant");
    expect(selected().element().id).toBe(named);
    expect(selected().element()).toHaveAttribute("data-action", "same.2");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["same.2"]);
  });

  it("stay while a person moves through them, although the menu changes", async () => {
    const { registry, recorded } = renderPalette();
    await open();
    await userEvent.keyboard("{ArrowDown}");
    const before = titles();
    const late = { id: "aaa", title: "A late arrival", category: "A", run: () => run() };
    registry.registerContributions({
      actions: [late],
      menus: { commandPalette: [{ action: "aaa", group: "1" }] },
    });
    await userEvent.keyboard("{ArrowDown}{ArrowUp}");
    await expect.poll(titles).toEqual(before);
    await userEvent.keyboard("late{Enter}");
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["aaa"]);
  });

  it("that have gone from the menu run nothing any more", async () => {
    const { registry, recorded } = renderPalette();
    const remove = registry.registerContributions({
      actions: [{ id: "gone", title: "Soon gone", run: () => run() }],
      menus: { commandPalette: [{ action: "gone" }] },
    });
    await open();
    await userEvent.keyboard("soon{ArrowDown}");
    remove();
    await userEvent.keyboard("{Enter}");
    expect([run.mock.calls, recorded.events]).toEqual([[], []]);
  });

  it.each([
    ["{Control>}n{/Control}", 1],
    ["{Control>}nn{/Control}{Control>}p{/Control}", 1],
    ["{PageDown}", 3],
    ["{PageDown}{PageUp}", 0],
  ])("are moved through by %s", async (keys, index) => {
    renderPalette();
    await open();
    await userEvent.keyboard(keys);
    await expect.element(selected()).toHaveAttribute("aria-posinset", String(index + 1));
  });
});

it("opens, searches and runs in StrictMode as well", async () => {
  const palette = <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} />;
  const { recorded } = renderActions(<StrictMode>{palette}</StrictMode>, { actions, menus });
  await open();
  await userEvent.keyboard("wrap{Enter}");
  await open();
  await userEvent.keyboard("wrap{Enter}");
  await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["wrap", "wrap"]);
});

it("takes parts of another look, and rows with content of one's own", async () => {
  const { recorded } = renderPalette({
    className: "mine",
    children: (
      <>
        <CommandPalette.Input />
        <CommandPalette.List>
          {(row) => (
            <CommandPalette.Item option={row}>
              <b>{row.title}!</b>
            </CommandPalette.Item>
          )}
        </CommandPalette.List>
        <CommandPalette.Empty>Nothing at all</CommandPalette.Empty>
        <CommandPalette.Footer>Made by hand</CommandPalette.Footer>
      </>
    ),
  });
  await open();
  await expect.element(page.getByRole("dialog")).toHaveClass("mine");
  await userEvent.click(option("Wrap long lines!"));
  await expect.poll(() => recorded.events).toHaveLength(1);
  await open();
  await userEvent.keyboard("zzzzqq");
  await expect.element(page.getByText("Nothing at all")).toBeInTheDocument();
});
