import { defineAction } from "@action-telemetry/actions";
import { ActionMenu } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { copyPath, note, openDocs, openHistory, publish, save } from "./example/exampleActions.ts";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { StateTable } from "./example/StateTable.tsx";
import { themeActions } from "./example/themeActions.ts";

const fileItems = [
  { action: save, group: "1" },
  { action: copyPath, group: "1" },
  { action: "toggleLineWrap", group: "2" },
  { action: openHistory, group: "3" },
  { action: openDocs, group: "3" },
];

const meta = {
  title: "Components/ActionMenu",
  component: ActionMenu,
  args: { label: "File", items: fileItems },
  decorators: [
    (Story) => (
      <Application registry={() => createExampleRegistry({ "review.empty": true })}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof ActionMenu>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Commands, links and a toggle, by group. Opening it is logged by nobody; what is run in it once. */
export const Commands: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "File" }));
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Copy path" }));
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "file.copyPath", surface: "menu" }]),
    );
    await waitFor(() => expect(canvas.getByRole("button", { name: "File" })).toHaveFocus());
  },
};

/** Letters go to the item that begins with them, arrows to the next one. */
export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.tab();
    await userEvent.keyboard("{ArrowDown}file h{ArrowUp}");
    await waitFor(() =>
      expect(canvas.getByRole("menuitemcheckbox", { name: "Wrap" })).toHaveFocus(),
    );
    await userEvent.keyboard(" ");
    await waitFor(() =>
      expect(canvas.getByRole("menuitemcheckbox")).toHaveAttribute("aria-checked", "true"),
    );
    await userEvent.keyboard("{Escape}");
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap", surface: "menu" }]),
    );
  },
};

/** Toggles that exclude one another. */
export const Choice: Story = {
  args: { label: "Theme", items: themeActions, radioGroups: ["theme"], icon: "theme" },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Theme" }));
    const dark = await canvas.findByRole("menuitemradio", { name: "Dark" });
    await waitFor(() => expect(dark).toHaveAttribute("aria-checked", "false"));
    await waitFor(() => expect(canvas.getByRole("menuitemradio", { name: "Light" })).toBeChecked());
  },
};

const refused = defineAction({ id: "file.delete", title: "Delete file", iconURL: "trash" });

/** Every state next to the others, one menu open. */
export const AllStates: Story = {
  render: () => (
    <StateTable
      states={{
        Default: <ActionMenu label="File" items={fileItems} />,
        Primary: <ActionMenu label="Publish" variant="primary" items={fileItems} />,
        Quiet: <ActionMenu label="File" variant="quiet" items={fileItems} />,
        "Icon only": <ActionMenu label="More" variant="icon" icon="more" items={fileItems} />,
        Open: (
          <div style={{ minBlockSize: 300 }}>
            <ActionMenu
              label="Everything"
              icon="list"
              defaultOpen
              radioGroups={["theme"]}
              items={[
                ...fileItems,
                ...themeActions,
                { action: note, group: "z" },
                { action: publish, group: "z" },
                { action: refused, group: "z" },
              ]}
            />
          </div>
        ),
      }}
    />
  ),
};
