import { ActionContextMenu } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { copyPath, openHistory, save } from "./example/exampleActions.ts";

const meta = {
  title: "Components/ActionContextMenu",
  component: ActionContextMenu,
  args: {
    label: "Line 12",
    items: [{ action: copyPath }, { action: save }, { action: openHistory, group: "2" }],
    children: <code>return a + b; // press the right button here</code>,
  },
  decorators: [
    (Story) => (
      <Application>
        <div style={{ minBlockSize: 180 }}>
          <Story />
        </div>
      </Application>
    ),
  ],
} satisfies Meta<typeof ActionContextMenu>;

export default meta;

/** Opens at the pointer; with Shift it is the browser's own menu. */
export const AllStates: StoryObj<typeof meta> = {
  play: async ({ canvas, userEvent, telemetry }) => {
    const line = await canvas.findByText(/return a/);
    const { left, top } = line.getBoundingClientRect();
    const place = { button: 2, clientX: left + 20, clientY: top + 10 };
    await fireEvent.contextMenu(line, place);
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Copy path" }));
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "file.copyPath", surface: "menu" }]),
    );
    await fireEvent.contextMenu(line, place);
    await waitFor(() => expect(canvas.getByRole("menu", { name: "Line 12" })).toHaveFocus());
  },
};
