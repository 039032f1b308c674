import { ActionSplitButton } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { copyPath, openHistory, openInTab, publish, save } from "./example/exampleActions.ts";
import { StateTable } from "./example/StateTable.tsx";

const meta = {
  title: "Components/ActionSplitButton",
  component: ActionSplitButton,
  args: { action: save, alt: openInTab, items: [{ action: copyPath }], label: "More ways to save" },
  decorators: [
    (Story) => (
      <Application>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof ActionSplitButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The action at once, the others in a menu; what is chosen there is itself, and no alternative. */
export const Both: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Save" }));
    await userEvent.click(await canvas.findByRole("button", { name: "More ways to save" }));
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Copy path" }));
    await waitFor(() =>
      expect(telemetry.events.map(({ name }) => name)).toEqual(["file.save", "file.copyPath"]),
    );
  },
};

/** Every state next to the others. */
export const AllStates: Story = {
  render: (args) => (
    <StateTable
      states={{
        Default: <ActionSplitButton {...args} />,
        Primary: <ActionSplitButton {...args} variant="primary" />,
        Quiet: <ActionSplitButton {...args} variant="quiet" />,
        Link: <ActionSplitButton {...args} action={openHistory} />,
        Disabled: <ActionSplitButton {...args} action={publish} disabled="Add a comment first" />,
      }}
    />
  ),
};
