import type { ApplicationAction } from "@action-telemetry/actions";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createDeferred } from "../testing/createDeferred.ts";
import { renderActions } from "../testing/renderActions.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import type { CommandPaletteProps } from "./CommandPaletteProps.ts";
import type { PaletteItem, PaletteMode } from "./pages/PalettePage.ts";
import type { PalettePrompt } from "./pages/PalettePrompt.ts";
import { createRecents } from "./recents/createRecents.ts";

const run = vi.fn();
const actions: readonly ApplicationAction[] = [
  {
    id: "git.checkout",
    title: "Switch branch",
    run: (given) => run(given.actionId, given.arguments),
  },
  {
    id: "git.create",
    title: "Create branch",
    commandArguments: ["origin"],
    run: (given) => run(given.actionId, given.arguments),
    logArguments: (...values) => ({ values: values.map(String) }),
  },
  { id: "file.open", title: "Open file", run: (given) => run(given.actionId, given.arguments) },
  { id: "save", title: "Save", run },
];
const menus = {
  commandPalette: ["git.checkout", "git.create", "save"].map((action) => ({ action })),
};
const branches = ["main", "feature/search", "fix/typo"].map((title): PaletteItem => ({
  id: title,
  title,
  value: title,
}));
const prompts: Readonly<Record<string, readonly PalettePrompt[]>> = {
  "git.checkout": [{ title: "Branch", items: branches }],
  "git.create": [
    { title: "From", items: branches },
    {
      kind: "text",
      title: "Name",
      validate: (text) => (text.includes(" ") ? "A name has no spaces." : undefined),
    },
  ],
};
const files: PaletteMode = {
  prefix: "#",
  title: "Files",
  find: (query) =>
    ["src/index.ts", "README.md"]
      .filter((path) => path.includes(query))
      .map((path) => ({ id: path, title: path, action: "file.open", arguments: [path] })),
};

const input = () => page.getByRole("combobox");
const option = (name: string | RegExp) => page.getByRole("option", { name });
const titles = () =>
  page
    .getByRole("option")
    .elements()
    .map((element) => element.querySelector(".at-palette-title")?.textContent);

function renderPalette(props: CommandPaletteProps = {}) {
  return renderActions(
    <CommandPalette
      recents={createRecents()}
      trigger={<CommandPalette.Trigger />}
      prompts={prompts}
      modes={[files]}
      {...props}
    />,
    { actions, menus },
  );
}

async function open(): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: "Command palette" }));
  await expect.element(input()).toHaveFocus();
}

beforeEach(() => {
  run.mockClear();
});

describe("Prompts", () => {
  it("ask for a choice, run the action with it, and log its ID alone, once", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("switch{Enter}");
    await expect.poll(titles).toEqual(["main", "feature/search", "fix/typo"]);
    expect(recorded.events).toEqual([]);
    await userEvent.keyboard("serch{Enter}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.poll(() => run.mock.calls).toEqual([["git.checkout", ["feature/search"]]]);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "git.checkout", surface: "palette", trigger: "keyboard" }]);
  });

  it("ask for several things, a text among them, and log none of them ever", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("create{Enter}");
    await userEvent.click(option("main"));
    await expect.element(page.getByRole("combobox", { name: "Name" })).toHaveFocus();
    await userEvent.keyboard("my branch{Enter}");
    expect(run).not.toHaveBeenCalled();
    await expect.element(option(/A name has no spaces/)).toHaveAttribute("aria-disabled");
    await userEvent.keyboard("{Control>}a{/Control}topic{Enter}");
    await expect.poll(() => run.mock.calls).toEqual([["git.create", ["origin", "main", "topic"]]]);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "git.create", surface: "palette", trigger: "keyboard" }]);
  });

  it("are not asked elsewhere: there the action opts in to log its own arguments", async () => {
    const { recorded } = renderPalette({ prompts: {} });
    await open();
    await userEvent.keyboard("create{Enter}");
    await expect
      .poll(() => recorded.events)
      .toEqual([
        {
          name: "git.create",
          surface: "palette",
          trigger: "keyboard",
          arguments: { values: ["origin"] },
        },
      ]);
  });

  it("are left by Escape, by Backspace in an empty field and by the title, and then nothing ran", async () => {
    const { recorded } = renderPalette();
    await open();
    for (const leave of [
      () => userEvent.keyboard("{Escape}"),
      () => userEvent.keyboard("m{Backspace}{Backspace}"),
      () => userEvent.click(page.getByRole("button", { name: "Back: Branch" })),
    ]) {
      await userEvent.keyboard("{Control>}a{/Control}switch{Enter}");
      await expect.element(page.getByRole("combobox", { name: "Branch" })).toHaveFocus();
      await leave();
      await expect.element(page.getByRole("combobox", { name: "Search actions" })).toHaveFocus();
      await expect.element(input()).toHaveValue("switch");
    }
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect([run.mock.calls, recorded.events]).toEqual([[], []]);
  });
});

describe("Modes", () => {
  it("list what an application finds, and run its action by the ID of that", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("#index");
    await expect.poll(titles).toEqual(["src/index.ts"]);
    await expect.element(page.getByRole("status")).toHaveTextContent("1 result");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => run.mock.calls).toEqual([["file.open", ["src/index.ts"]]]);
    await expect
      .poll(() => recorded.events)
      .toEqual([{ name: "file.open", surface: "palette", trigger: "keyboard" }]);
  });

  it("are listed by a question mark, and chosen from there", async () => {
    const { recorded } = renderPalette();
    await open();
    await userEvent.keyboard("?");
    await expect.poll(titles).toEqual(["Actions", "Files"]);
    await userEvent.click(option(/Files/));
    await expect.element(input()).toHaveValue("#");
    await expect.poll(titles).toEqual(["src/index.ts", "README.md"]);
    expect(recorded.events).toEqual([]);
  });

  it("are not listed where an application has none, and actions are found behind their prefix all the same", async () => {
    renderPalette({ modes: [] });
    await open();
    await userEvent.keyboard(">save");
    await expect.poll(titles).toEqual(["Save"]);
    await userEvent.keyboard("{Control>}a{/Control}?");
    await expect.element(page.getByText("No actions match “?”").first()).toBeInTheDocument();
  });
});

describe("Rows that come later", () => {
  it("are waited for in the palette, fail in it, and can be tried again", async () => {
    const answers = [createDeferred<PaletteItem[]>(), createDeferred<PaletteItem[]>()];
    const find = vi.fn(() => answers[find.mock.calls.length - 1]?.promise ?? []);
    renderPalette({ modes: [{ prefix: "@", title: "Symbols", find }] });
    await open();
    await userEvent.keyboard("@");
    await expect.element(input()).toHaveAttribute("aria-busy", "true");
    await expect.element(page.getByRole("status")).toHaveTextContent("Symbols: loading…");
    answers[0]?.reject(new Error("secret detail"));
    await expect
      .element(page.getByRole("alert").filter({ hasText: "Symbols" }))
      .toBeInTheDocument();
    expect(document.body.textContent).not.toContain("secret detail");
    await userEvent.click(page.getByRole("button", { name: "Try again" }));
    await expect.element(input()).toHaveFocus();
    answers[1]?.resolve([{ id: "a", title: "alpha" }]);
    await expect.poll(titles).toEqual(["alpha"]);
    await expect.element(input()).not.toHaveAttribute("aria-busy");
    expect(find).toHaveBeenCalledTimes(2);
  });

  it("open a page of their own", async () => {
    const inner: PaletteItem = { id: "b", title: "Beta", action: "save" };
    const outer: PaletteItem = {
      id: "a",
      title: "Alpha",
      page: { title: "Inside", items: [inner] },
    };
    const { recorded } = renderPalette({
      modes: [{ prefix: "@", title: "Symbols", items: [outer] }],
    });
    await open();
    await userEvent.keyboard("@{Enter}");
    await expect.poll(titles).toEqual(["Beta"]);
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => recorded.events).toMatchObject([{ name: "save" }]);
  });
});
