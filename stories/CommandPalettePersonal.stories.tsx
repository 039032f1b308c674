import { CommandPalette, createPreferences, createRecents } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";

const meta = {
  title: "Components/CommandPalette/Pins and aliases",
  component: CommandPalette,
  parameters: { docs: { story: { inline: false, height: "480px" } } },
  args: { trigger: <CommandPalette.Trigger /> },
  render: (args) => (
    <CommandPalette {...args} recents={createRecents()} preferences={createPreferences()} />
  ),
  decorators: [
    (Story) => (
      <Application registry={() => createExampleRegistry()}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof CommandPalette>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What an application puts first, and another name for an action: here `zz`. */
export const OfTheApplication: Story = {
  args: { defaultOpen: true, pins: ["toggleLineWrap"], aliases: { zz: "toggleLineWrap" } },
  play: async ({ userEvent }) => {
    await waitFor(() => expect(screen.getByText("Pinned")).toBeVisible());
    await userEvent.type(await screen.findByRole("combobox"), "zz");
    await waitFor(() => expect(screen.getAllByRole("option")[0]).toHaveTextContent(/wrap/i));
  },
};

/** A row has options: ⌘. or Ctrl . opens them, the right button, and the dots at its end. */
export const RowOptions: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "wrap");
    await userEvent.keyboard("{Control>}.{/Control}");
    await waitFor(() =>
      expect(screen.getByRole("option", { name: "Pin to the top" })).toBeVisible(),
    );
  },
};

/** Pinning is announced, shown where it happened, and recorded nowhere. */
export const Pinning: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.type(await screen.findByRole("combobox"), "wrap");
    await userEvent.keyboard("{Control>}.{/Control}{Enter}");
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/: pinned$/));
    await userEvent.clear(await screen.findByRole("combobox"));
    await waitFor(() => expect(screen.getByText("Pinned")).toBeVisible());
    await expect(telemetry.events).toEqual([]);
  },
};

/** A person names an action, and finds it by that from then on. */
export const SettingAnAlias: Story = {
  args: { defaultOpen: true },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole("combobox"), "wrap");
    await userEvent.keyboard("{Control>}.{/Control}{ArrowDown}{Enter}ww{Enter}");
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent(/found by “ww”$/));
    await userEvent.clear(await screen.findByRole("combobox"));
    await userEvent.keyboard("ww");
    await waitFor(() => expect(screen.getAllByRole("option")[0]).toHaveTextContent(/wrap/i));
  },
};
