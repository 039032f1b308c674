import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { germanMessages } from "../../messages/germanMessages.ts";
import { renderActions } from "../../testing/renderActions.tsx";
import { CommandPalette } from "../CommandPalette.tsx";
import type { CommandPaletteProps } from "../CommandPaletteProps.ts";
import { createRecents } from "../recents/createRecents.ts";
import { createPreferences } from "./createPreferences.ts";

const run = vi.fn<() => void>();
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Show blame", category: "Git", run },
  { id: "status", title: "Show status", category: "Git", run },
  { id: "minimap", title: "Toggle minimap", category: "View", run },
  { id: "wrap", title: "Wrap long lines", category: "View", run },
];
const menus = { commandPalette: actions.map(({ id }) => ({ action: id })) };

const input = () => page.getByRole("combobox");
const option = (name: string | RegExp) => page.getByRole("option", { name });
const selected = () => page.getByRole("option", { selected: true });
const options = () => page.getByRole("button", { name: "Options" });
const status = () => page.getByRole("status").first();
const titles = () =>
  page
    .getByRole("option")
    .elements()
    .map((element) => element.querySelector(".at-palette-title")?.textContent);

function renderPalette(
  props: CommandPaletteProps = {},
  more: Parameters<typeof renderActions>[1] = {},
) {
  const preferences = createPreferences();
  const view = renderActions(
    <CommandPalette defaultOpen recents={createRecents()} preferences={preferences} {...props} />,
    { actions, menus, platform: "other", ...more },
  );
  return { ...view, preferences };
}

beforeEach(() => {
  run.mockReset();
});

describe("A person who uses the keyboard", () => {
  it("pins an action, finds it first and selected, and unpins it", async () => {
    const { preferences } = renderPalette();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await expect.element(selected()).toHaveAttribute("data-action", "minimap");
    await userEvent.keyboard("{Control>}.{/Control}");
    await expect.element(input()).toHaveAccessibleName("Options of Toggle minimap");
    await userEvent.keyboard("{Enter}");
    await expect.element(status()).toHaveTextContent("Toggle minimap: pinned");
    await expect.poll(() => titles()[0]).toBe("Toggle minimap");
    await expect.element(selected()).toHaveAttribute("data-action", "minimap");
    await expect.element(page.getByText("Pinned", { exact: true })).toBeVisible();
    expect(preferences.getSnapshot().pins).toEqual(["minimap"]);
    await userEvent.keyboard("{Control>}.{/Control}unp{Enter}");
    await expect.element(status()).toHaveTextContent("Toggle minimap: no longer pinned");
    await expect.element(selected()).toHaveAttribute("data-action", "minimap");
    await expect.poll(titles).toEqual(actions.map(({ title }) => title));
  });

  it("gives an action a name, finds it by that, changes it and takes it away", async () => {
    const { preferences } = renderPalette();
    await userEvent.keyboard("status{Control>}.{/Control}");
    await userEvent.click(option("Set an alias…"));
    await expect.element(input()).toHaveAccessibleName("Alias for Show status");
    await userEvent.keyboard("Gs{Enter}");
    await expect.element(status()).toHaveTextContent("Show status: found by “Gs”");
    await expect.element(option(/^Show status.* Alias Gs$/)).toBeVisible();
    await expect.element(input()).toHaveValue("status");
    await userEvent.clear(input().element());
    await userEvent.keyboard("gs");
    await expect.poll(() => titles()[0]).toBe("Show status");
    await userEvent.keyboard("{Control>}.{/Control}");
    await userEvent.click(option("Change the alias “Gs”…"));
    await userEvent.keyboard("st{Enter}{Control>}.{/Control}");
    await expect.element(option("Change the alias “st”…")).toBeVisible();
    await userEvent.click(option("Remove the alias “st”"));
    await expect.element(status()).toHaveTextContent("Show status: alias removed");
    expect(preferences.getSnapshot().aliases.size).toBe(0);
  });

  it("is told why a name will not do", async () => {
    const { preferences } = renderPalette({ modes: [{ prefix: "#", title: "Files", items: [] }] });
    await userEvent.keyboard("{Control>}.{/Control}{ArrowDown}{Enter}#x");
    await expect.element(option(/“#” opens another list/)).toHaveAttribute("aria-disabled", "true");
    await userEvent.keyboard("{Enter}");
    await userEvent.clear(input().element());
    await userEvent.keyboard("x".repeat(41));
    await expect.element(option(/at most 40 characters/)).toBeVisible();
    await userEvent.keyboard("{Enter}");
    expect(preferences.getSnapshot().aliases.size).toBe(0);
  });

  it("goes back with Escape, page by page, and has changed nothing", async () => {
    const { preferences } = renderPalette();
    await userEvent.keyboard("blame{Control>}.{/Control}{ArrowDown}{Enter}x{Escape}");
    await expect.element(input()).toHaveAccessibleName("Options of Show blame");
    await userEvent.keyboard("{Escape}");
    await expect.element(input()).toHaveValue("blame");
    await expect.poll(() => preferences.getSnapshot()).toEqual({ pins: [], aliases: new Map() });
  });

  it("reaches the button of the options, which says its keys", async () => {
    renderPalette();
    await userEvent.keyboard("wrap{Tab}");
    await expect.element(options()).toHaveFocus();
    await expect.element(options()).toHaveAttribute("aria-keyshortcuts", "Control+.");
    await userEvent.keyboard("{Enter}");
    await expect.element(input()).toHaveFocus();
    await expect.element(input()).toHaveAccessibleName("Options of Wrap long lines");
  });
});

describe("A person who uses a pointer", () => {
  it("opens the options by the dots of a row", async () => {
    const { preferences } = renderPalette();
    await userEvent.hover(option(/Wrap long lines/));
    const dots = document.querySelector(".at-palette-more");
    if (dots === null) throw new Error("There are no dots.");
    await userEvent.click(dots);
    await userEvent.click(option("Pin to the top"));
    await expect.element(status()).toHaveTextContent("Wrap long lines: pinned");
    await expect
      .poll(() => [preferences.getSnapshot().pins, run.mock.calls.length])
      .toEqual([["wrap"], 0]);
  });

  it("opens the options by the right button, on any row", async () => {
    renderPalette();
    await userEvent.click(option(/Toggle minimap/), { button: "right" });
    await expect.element(input()).toHaveAccessibleName("Options of Toggle minimap");
    await expect.element(input()).toHaveFocus();
  });
});

describe("What is arranged", () => {
  it("is never recorded, as what is run is", async () => {
    const { recorded } = renderPalette();
    await userEvent.keyboard("wrap{Control>}.{/Control}{Enter}");
    await userEvent.keyboard("{Control>}.{/Control}{ArrowDown}{Enter}secret{Enter}");
    await expect.element(status()).toHaveTextContent("Wrap long lines: found by “secret”");
    expect(recorded.events).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "wrap", surface: "palette", trigger: "keyboard" }]);
  });

  it("shows what another tab arranged", async () => {
    const { preferences } = renderPalette();
    preferences.setPinned("wrap", true);
    await expect.element(option(/Wrap long lines/)).toHaveAttribute("aria-posinset", "1");
  });

  it("is nothing on rows that are no actions", async () => {
    const items = [{ id: "a", title: "A file" }];
    renderPalette({ modes: [{ prefix: "#", title: "Files", items }] });
    await userEvent.keyboard("#");
    await expect.element(option("A file")).toBeVisible();
    await expect.element(options()).not.toBeInTheDocument();
    await userEvent.keyboard("{Control>}.{/Control}");
    await expect.element(input()).toHaveAccessibleName("Search actions");
  });

  it("is said in German, too", async () => {
    renderPalette({}, { messages: germanMessages });
    await userEvent.keyboard("wrap{Control>}.{/Control}");
    await expect.element(input()).toHaveAccessibleName("Optionen von Wrap long lines");
    await userEvent.keyboard("{Enter}");
    await expect.element(status()).toHaveTextContent("Wrap long lines: angeheftet");
  });
});
