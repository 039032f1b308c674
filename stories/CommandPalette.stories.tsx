import type { Contributions } from "@action-telemetry/actions";
import {
  CommandPalette,
  createPreferences,
  createRecents,
  type PaletteItem,
} from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { manyContributions } from "./example/manyContributions.ts";
import { broken, files, slow } from "./example/paletteModes.ts";

const meta = {
  title: "Components/CommandPalette",
  component: CommandPalette,
  parameters: { docs: { story: { inline: false, height: "480px" } } },
  args: { trigger: <CommandPalette.Trigger /> },
  // Recents and pins of one story are none of the next one's.
  render: (args) => (
    <CommandPalette {...args} recents={createRecents()} preferences={createPreferences()} />
  ),
  decorators: [
    (Story, { parameters }) => (
      <Application registry={() => makeRegistry(parameters["contributions"] as Contributions)}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof CommandPalette>;

export default meta;
type Story = StoryObj<typeof meta>;

function makeRegistry(contributions: Contributions | undefined) {
  return createExampleRegistry({ "review.empty": true }, contributions);
}

/** Opened by its trigger, by Ctrl K or ⌘K, or by F1. */
export const Closed: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    const trigger = await canvas.findByRole("button");
    await userEvent.click(trigger);
    await waitFor(() => expect(screen.getByRole("combobox")).toHaveFocus());
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(trigger).toHaveFocus());
    await expect(telemetry.events).toEqual([]);
  },
};

/** Everything that can be run here, in groups, with keys and reasons. */
export const Open: Story = { args: { defaultOpen: true } };

/** Letters in order, initials or a prefix find an action. Enter runs it and logs its ID. */
export const Searching: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.type(await screen.findByRole("combobox"), "wrap");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
    await userEvent.keyboard("{Enter}");
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap", surface: "palette" }]),
    );
  },
};

/** What matched is marked. */
export const Matches: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "re");
    await waitFor(() => expect(screen.getAllByRole("option").length).toBeGreaterThan(1));
  },
};

/** A query that finds nothing says so, and what to do. */
export const NoMatch: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "zzzz");
    await waitFor(() => expect(screen.queryAllByRole("option")).toEqual([]));
  },
};

/** One typing error a word, initials, the middle of a word, words in any order, no diacritics. */
export const TypingErrors: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    const input = await screen.findByRole("combobox");
    for (const typed of ["togle wrap", "wrap toggle", "wll", "lines lnog"]) {
      await userEvent.clear(input);
      await userEvent.type(input, typed);
      await waitFor(() => expect(screen.getAllByRole("option")[0]).toHaveTextContent(/wrap/i));
    }
  },
};

const branches: readonly PaletteItem[] = ["main", "feature/search", "fix/typo-in-readme"].map(
  (title, index) => ({
    id: title,
    title,
    description: index === 0 ? "current" : `${index * 3} commits ahead`,
    value: title,
  }),
);

const checkout: Contributions = {
  actions: [
    { id: "git.checkout", title: "Switch branch…", category: "Git", run: () => undefined },
    { id: "git.create", title: "Create branch…", category: "Git", run: () => undefined },
  ],
  menus: { commandPalette: [{ action: "git.checkout" }, { action: "git.create" }] },
};

/** An action that asks which: its page opens in place of the actions. Escape goes back. */
export const ChoiceBeforeRunning: Story = {
  args: {
    defaultOpen: true,
    prompts: { "git.checkout": [{ title: "Branch", items: branches }] },
  },
  parameters: { contributions: checkout },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.type(await screen.findByRole("combobox"), "switch");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Branch" })).toHaveFocus());
    await expect(telemetry.events).toEqual([]);
  },
};

/** An action that asks for a text, and says why one will not do. What is typed is never logged. */
export const TextBeforeRunning: Story = {
  args: {
    defaultOpen: true,
    prompts: {
      "git.create": [
        {
          kind: "text",
          title: "Name of the branch",
          validate: (text) => (text.includes(" ") ? "A name has no spaces." : undefined),
        },
      ],
    },
  },
  parameters: { contributions: checkout },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "create");
    await userEvent.keyboard("{Enter}");
    await userEvent.type(await screen.findByRole("combobox"), "my topic");
    await waitFor(() =>
      expect(screen.getByRole("option")).toHaveAttribute("aria-disabled", "true"),
    );
  },
};

/** Lists of the application's own behind a prefix; a question mark lists them. */
export const Modes: Story = {
  args: { defaultOpen: true, modes: [files, slow, broken] },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "?");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(4));
  },
};

/** A list that is searched as actions are. */
export const ModeOfFiles: Story = {
  args: { defaultOpen: true, modes: [files] },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "#index");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  },
};

/** Rows are on their way; those of an earlier text are never shown. */
export const Loading: Story = {
  args: { defaultOpen: true, modes: [slow] },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "@main");
    await waitFor(() => expect(screen.getByRole("combobox")).toHaveAttribute("aria-busy", "true"));
  },
};

/** Rows could not be found: said in the palette, with a way to try again. */
export const LoadingFailed: Story = {
  args: { defaultOpen: true, modes: [broken] },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "!");
    const retry = await screen.findByRole("button", { name: "Try again" });
    await waitFor(() => expect(retry).toBeVisible());
  },
};

const deploy: Contributions = {
  actions: [
    { id: "index.build", title: "Index the repository", run: () => new Promise(() => undefined) },
    {
      id: "deploy",
      title: "Deploy to staging",
      run: () => Promise.reject(new Error("The server did not answer.")),
    },
    { id: "format", title: "Format the file", run: () => undefined },
  ],
  menus: {
    commandPalette: ["index.build", "deploy", "format"].map((action) => ({ action })),
  },
};

function stayingOpen(typed: string): Story {
  return {
    args: { defaultOpen: true, staysOpen: true },
    parameters: { contributions: deploy },
    play: async ({ userEvent, telemetry }) => {
      await userEvent.type(await screen.findByRole("combobox"), typed);
      await userEvent.keyboard("{Enter}");
      await waitFor(() => expect(telemetry.events).toHaveLength(1));
    },
  };
}

/** It stays open, and shows that the action runs. */
export const StaysOpenRunning: Story = stayingOpen("index the");

/** It stays open, and shows that the action has run. */
export const StaysOpenDone: Story = stayingOpen("format the");

/** It stays open, and shows why the action failed, with a way to run it again. */
export const StaysOpenFailed: Story = stayingOpen("deploy");

/** Its parts, put together another way. */
export const Composed: Story = {
  args: {
    defaultOpen: true,
    children: (
      <>
        <CommandPalette.Input />
        <CommandPalette.List>
          {(option) => (
            <CommandPalette.Item option={option}>
              <span className="at-palette-title">{option.title}</span>
              <code>{option.category}</code>
            </CommandPalette.Item>
          )}
        </CommandPalette.List>
        <CommandPalette.Empty>Nothing. Press Escape, or type something else.</CommandPalette.Empty>
      </>
    ),
  },
};

/** A row that cannot run now stays in the list, with the reason; it logs nothing. */
export const DisabledRow: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.type(await screen.findByRole("combobox"), "publish");
    const row = await screen.findByRole("option", { name: /Publish review/ });
    await waitFor(() => expect(row).toHaveAttribute("aria-disabled", "true"));
    await userEvent.keyboard("{Enter}");
    await expect(telemetry.events).toEqual([]);
  },
};

/** Five thousand actions open as fast as seven. */
export const ManyActions: Story = {
  args: { defaultOpen: true },
  parameters: { contributions: manyContributions(5000) },
};

/** Open with everything it shows: groups, keys, an alternative, a reason. */
export const AllStates: Story = { ...Open };
