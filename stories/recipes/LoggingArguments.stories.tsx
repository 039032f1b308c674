import { defineAction } from "@action-telemetry/actions";
import { ActionItem } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { Application } from "../example/Application.tsx";

const arguments_ = ["main.ts", 120] as const;

const openAtLine = defineAction({
  id: "file.openAtLine",
  title: "Open at line 120",
  iconURL: "file",
  commandArguments: arguments_,
  run: () => undefined,
});

/** What is logged of the arguments is written down in one place, for a reviewer to read. */
const openAtLineLogged = defineAction({
  ...openAtLine,
  id: "file.openAtLine.logged",
  title: "Open at line 120, logging how far down",
  logArguments: (_path, line) => ({ hundreds: Math.floor(Number(line) / 100) }),
});

const meta = {
  title: "Recipes/Logging arguments",
  component: ActionItem,
  args: { action: openAtLine },
  decorators: [
    (Story) => (
      <Application>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof ActionItem>;

export default meta;
type Story = StoryObj<typeof meta>;

/** By default the ID is logged and nothing else: neither the path nor the line. */
export const NotLogged: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(canvas.getByRole("button"));
    await expect(telemetry.events).toHaveLength(1);
    await expect(telemetry.events[0]).not.toHaveProperty("arguments");
  },
};

/** With `logArguments`, exactly the record that it returns. */
export const Logged: Story = {
  args: { action: openAtLineLogged },
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(canvas.getByRole("button"));
    await expect(telemetry.events).toMatchObject([{ arguments: { hundreds: 1 } }]);
    await expect(JSON.stringify(telemetry.events)).not.toContain("main.ts");
  },
};
