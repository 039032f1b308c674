import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { cdp, commands, page, userEvent } from "vitest/browser";
import { renderActions, type RenderActionsOptions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import type { CommandPaletteProps } from "./CommandPaletteProps.ts";
import { createRecents } from "./recents/createRecents.ts";

const run = vi.fn();
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Toggle blame", category: "Git", keybindings: ["Alt+B"], run },
  { id: "history", title: "Show history", category: "Git", keywords: ["log"], run },
  { id: "theme", title: "Toggle color theme", category: "View", run },
  { id: "wrap", title: "Wrap long lines", category: "View", run },
  { id: "link", title: "Open the manual", command: "open", commandArguments: ["#manual"] },
  { id: "coverage", title: "Coverage", run },
  { id: "codecov", title: "View on Codecov", run },
  { id: "text", title: "Only text" },
];
const menus: RenderActionsOptions["menus"] = {
  commandPalette: [
    ...["blame", "theme", "wrap", "link", "text"].map((action) => ({ action })),
    { action: "history", disabledWhen: "true" },
    { action: "coverage", alt: "codecov" },
  ],
};

const input = () => page.getByRole("combobox", { name: "Search actions" });
const option = (name: string | RegExp) => page.getByRole("option", { name });
const titles = () =>
  page
    .getByRole("option")
    .elements()
    .map((element) => element.querySelector(".at-palette-title")?.textContent);
const selected = () => page.getByRole("option", { selected: true });
const selectedTitle = () => selected().element().querySelector(".at-palette-title")?.textContent;

function renderPalette(props: CommandPaletteProps = {}, options: RenderActionsOptions = {}) {
  return renderActions(
    <CommandPalette recents={createRecents()} trigger={<CommandPalette.Trigger />} {...props} />,
    { actions, menus, ...options },
  );
}

async function open(): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: "Command palette" }));
  await expect.element(input()).toHaveFocus();
}

beforeEach(() => {
  run.mockClear();
  history.replaceState(null, "", "#");
});

describe("Opening and closing", () => {
  it("opens by its trigger, and gives the focus back on Escape", async () => {
    renderPalette();
    await open();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "Command palette" })).toHaveFocus();
  });

  it.each(["{Control>}k{/Control}", "{F1}"])("opens and closes by %s", async (keys) => {
    renderPalette({}, { platform: "other" });
    await userEvent.keyboard(keys);
    await expect.element(input()).toHaveFocus();
    await userEvent.keyboard(keys);
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });

  it("opens by shortcuts of the application's own only, when it gives some", async () => {
    renderPalette({ shortcuts: ["Alt+X"] });
    await userEvent.keyboard("{F1}");
    expect(page.getByRole("dialog").query()).toBe(null);
    await userEvent.keyboard("{Alt>}x{/Alt}");
    await expect.element(page.getByRole("dialog")).toBeInTheDocument();
  });

  it("closes by a click beside it", async () => {
    renderPalette();
    await open();
    await userEvent.click(document.documentElement, { position: { x: 5, y: 5 }, force: true });
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });

  it("gives the focus to what is left around when the opener has gone", async () => {
    const { render } = renderPalette({ trigger: undefined });
    const scene = (hasOpener: boolean) => (
      <div>
        {hasOpener && <button type="button">Opener</button>}
        <button type="button">Neighbor</button>
        <CommandPalette recents={createRecents()} />
      </div>
    );
    render(scene(true));
    await userEvent.click(page.getByRole("button", { name: "Opener" }));
    await userEvent.keyboard("{F1}");
    render(scene(false));
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("button", { name: "Neighbor" })).toHaveFocus();
  });
});

describe("Running", () => {
  it("runs the selected row for Enter, logs it once and closes", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("theme{Enter}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(run).toHaveBeenCalledTimes(1);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "theme", surface: "palette", trigger: "keyboard" }]);
  });

  it("runs a row for a click, and logs it once", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.click(option(/Toggle blame/));
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "blame", surface: "palette", trigger: "pointer" }]);
  });

  it("does the same for Enter and click on a link", async () => {
    const openURL = vi.fn();
    const { recorded } = renderPalette({}, { openURL });
    await open();
    await userEvent.keyboard("manual{Enter}");
    await open();
    await userEvent.click(option("Open the manual"));
    await expect.poll(() => openURL.mock.calls).toHaveLength(2);
    expect(openURL.mock.calls[0]).toEqual(openURL.mock.calls[1]);
    await expect.poll(() => recorded.events.map(({ name }) => name)).toEqual(["link", "link"]);
  });

  it.each([
    ["Control and Enter", () => userEvent.keyboard("{Control>}{Enter}{/Control}"), "keyboard"],
    [
      "a click with Control",
      () => userEvent.click(option("Coverage"), { modifiers: ["Control"] }),
      "pointer",
    ],
    ["a middle click", () => userEvent.click(option("Coverage"), { button: "middle" }), "pointer"],
  ])("runs the alternative for %s", async (_gesture, act, trigger) => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("coverage");
    await act();
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "codecov", surface: "palette", trigger, alt: true }]);
  });

  it("runs a held Enter once, and nothing for right click", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.click(option(/Toggle blame/), { button: "right" });
    expect(recorded.events).toEqual([]);
    await userEvent.keyboard("{Escape}theme{Enter>5/}");
    await expect.poll(() => recorded.events).toHaveLength(1);
  });

  it("keeps a disabled row from running, and says why", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("log{Enter}");
    await expect.element(page.getByRole("dialog")).toBeInTheDocument();
    await expect.element(option(/Show history.*not available/)).toHaveAttribute("aria-disabled");
    await userEvent.click(option(/Show history/), { force: true });
    expect(recorded.events).toEqual([]);
  });

  it("runs nothing while an input method composes", async () => {
    const { recorded } = renderPalette();
    await open();
    const session = cdp() as unknown as {
      send(method: string, options: object): Promise<unknown>;
    };
    await session.send("Input.imeSetComposition", {
      text: "か",
      selectionStart: 1,
      selectionEnd: 1,
    });
    const composing = { key: "Enter", isComposing: true, bubbles: true, cancelable: true };
    input().element().dispatchEvent(new KeyboardEvent("keydown", composing));
    await expect.element(input()).toHaveValue("か");
    expect(recorded.events).toEqual([]);
  });

  it("gives the focus back before the action runs, and announces a failure", async () => {
    const focused: (string | null | undefined)[] = [];
    renderPalette(
      {},
      {
        actions: [
          {
            id: "fails",
            title: "Compute blame",
            run() {
              focused.push(document.activeElement?.textContent);
              throw new Error("The file is too large.");
            },
          },
        ],
        menus: { commandPalette: [{ action: "fails" }] },
      },
    );
    await open();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => focused).toEqual([expect.stringContaining("Command palette")]);
    const alert = page.getByRole("alert");
    await expect.element(alert).toHaveTextContent("Compute blame failed: The file is too large.");
    await userEvent.click(page.getByRole("button", { name: "Dismiss" }));
    await expect.element(alert).toHaveTextContent("");
  });
});

describe("Searching and selecting", () => {
  it("groups by category, and leaves out what cannot be run", async () => {
    renderPalette();
    await open();
    await expect
      .poll(titles)
      .toEqual([
        "Toggle blame",
        "Show history",
        "Toggle color theme",
        "Wrap long lines",
        "Coverage",
        "Open the manual",
      ]);
  });

  it.each([
    ["tct", "Toggle color theme"],
    ["git history", "Show history"],
    ["log", "Show history"],
    ["wrap", "Wrap long lines"],
  ])("finds by %s the action %s", async (query, title) => {
    renderPalette();
    await open();
    await userEvent.keyboard(query);
    await expect.poll(() => titles()[0]).toBe(title);
    await expect.poll(selectedTitle).toBe(title);
  });

  it("goes round with the arrows and stops with the pages", async () => {
    renderPalette();
    await open();
    await userEvent.keyboard("{ArrowUp}");
    await expect.poll(selectedTitle).toBe("Open the manual");
    await userEvent.keyboard("{ArrowDown}");
    await expect.poll(selectedTitle).toBe("Toggle blame");
    await userEvent.keyboard("{PageDown}{PageDown}");
    await expect.poll(selectedTitle).toBe("Open the manual");
    const id = input().element().getAttribute("aria-activedescendant");
    expect(document.getElementById(id ?? "")).toBe(selected().element());
  });

  it("leaves Home and End to the text", async () => {
    renderPalette();
    await open();
    await userEvent.keyboard("toggle{ArrowDown}{Home}x");
    await expect.element(input()).toHaveValue("xtoggle");
  });

  it("announces how many match, and that none does", async () => {
    renderPalette();
    await open();
    const status = page.getByRole("status");
    await userEvent.keyboard("toggle");
    await expect.element(status).toHaveTextContent("2 actions");
    await userEvent.keyboard("zzz");
    await expect.element(status).toHaveTextContent("No actions match “togglezzz”");
    await expect.element(input()).toHaveAttribute("aria-expanded", "false");
  });

  it("selects nothing for a pointer that rests where the list opens", async () => {
    renderPalette();
    await open();
    await userEvent.hover(option("Wrap long lines"));
    await expect.poll(selectedTitle).toBe("Wrap long lines");
    await userEvent.keyboard("{Escape}{F1}");
    await expect.poll(selectedTitle).toBe("Toggle blame");
  });

  it("lists what was run lately first, also what failed, by ID alone", async () => {
    const store = new Map<string, string>();
    const storage = {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
      removeItem: (key: string) => void store.delete(key),
    };
    renderPalette({ recents: createRecents({ storage }) });
    await open();
    await userEvent.keyboard("wrap{Enter}");
    await open();
    await expect.poll(() => titles()[0]).toBe("Wrap long lines");
    await expect.element(page.getByText("Recently used")).toBeInTheDocument();
    expect([...store.values()]).toEqual(['["wrap"]']);
  });

  it("renders few rows of many, and keeps the selected one in view", async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      id: `many.${index}`,
      title: `Action ${String(index).padStart(3, "0")}`,
      run,
    }));
    const items = many.map(({ id }) => ({ action: id }));
    renderPalette({}, { actions: many, menus: { commandPalette: items } });
    await open();
    expect(titles().length).toBeLessThan(30);
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(selected()).toHaveAttribute("aria-posinset", "500");
    await expect.element(selected()).toHaveAttribute("aria-setsize", "500");
    await expect.element(selected()).toBeInViewport();
    expect(titles().length).toBeLessThan(30);
  });
});

it("opens its dialog inside the shadow root it was rendered in", async () => {
  const host = document.body.appendChild(document.createElement("div"));
  const root = host.attachShadow({ mode: "open" });
  const { recorded } = renderPalette({}, { parent: root });
  await userEvent.click(page.getByRole("button", { name: "Command palette" }));
  await expect.poll(() => root.querySelector("dialog")?.open).toBe(true);
  expect(root.activeElement?.getAttribute("role")).toBe("combobox");
  await userEvent.keyboard("theme{Enter}");
  await expect.poll(() => root.querySelector("dialog")).toBe(null);
  expect(root.activeElement).toBe(root.querySelector(".at-palette-trigger"));
  await expect.poll(() => recorded.events).toHaveLength(1);
  expect(await commands.otherPages()).toEqual([]);
  host.remove();
});
