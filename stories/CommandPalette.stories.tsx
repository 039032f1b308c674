import type { Contributions } from "@action-telemetry/actions";
import { CommandPalette, createRecents } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";

const meta = {
  title: "Components/CommandPalette",
  component: CommandPalette,
  parameters: { docs: { story: { inline: false, height: "480px" } } },
  args: { trigger: <CommandPalette.Trigger /> },
  // Recents of one story are none of the next one's.
  render: (args) => <CommandPalette {...args} recents={createRecents()} />,
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
    const trigger = canvas.getByRole("button");
    await userEvent.click(trigger);
    await expect(screen.getByRole("combobox")).toHaveFocus();
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
    await userEvent.type(screen.getByRole("combobox"), "wrap");
    await expect(screen.getAllByRole("option")).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    await expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap", surface: "palette" }]);
  },
};

/** What matched is marked. */
export const Matches: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getByRole("combobox"), "re");
    await expect(screen.getAllByRole("option").length).toBeGreaterThan(1);
  },
};

/** A query that finds nothing says so, and what to do. */
export const NoMatch: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getByRole("combobox"), "zzzz");
    await expect(screen.queryAllByRole("option")).toEqual([]);
  },
};

/** A row that cannot run now stays in the list, with the reason; it logs nothing. */
export const DisabledRow: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.type(screen.getByRole("combobox"), "publish");
    const row = screen.getByRole("option", { name: /Publish review/ });
    await expect(row).toHaveAttribute("aria-disabled", "true");
    await userEvent.keyboard("{Enter}");
    await expect(telemetry.events).toEqual([]);
  },
};

/** Five hundred actions open as fast as seven. */
export const ManyActions: Story = {
  args: { defaultOpen: true },
  parameters: { contributions: manyContributions(500) },
};

/** Open with everything it shows: groups, keys, an alternative, a reason. */
export const AllStates: Story = { ...Open };

function manyContributions(count: number): Contributions {
  const verbs = ["Open", "Close", "Move", "Copy", "Compare", "Rename", "Format", "Fold"];
  const nouns = ["file", "folder", "editor", "panel", "branch", "commit", "symbol", "selection"];
  const actions = Array.from({ length: count }, (_, index) => ({
    id: `many.action${index}`,
    title: `${verbs[index % 8] as string} ${nouns[Math.floor(index / 8) % 8] as string} ${index}`,
    category: `Group ${Math.floor(index / 64) + 1}`,
    run: () => undefined,
  }));
  return {
    actions,
    menus: { commandPalette: actions.map(({ id, category }) => ({ action: id, group: category })) },
  };
}
