import { ActionItem, TelemetryProvider } from "@action-telemetry/react";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { save } from "./example/exampleActions.ts";
import { StateTable } from "./example/StateTable.tsx";

const inner = createTestRecorder();

const meta = {
  title: "Components/TelemetryProvider",
  component: TelemetryProvider,
  args: { recorder: inner.recorder },
  beforeEach: () => inner.clear(),
} satisfies Meta<typeof TelemetryProvider>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The nearest provider decides where an event goes; the outer one hears nothing of it. */
export const Nearest: Story = {
  render: ({ recorder }) => (
    <TelemetryProvider recorder={recorder}>
      <Application>
        <ActionItem action={save} />
      </Application>
    </TelemetryProvider>
  ),
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Save" }));
    await waitFor(() => expect(inner.events).toMatchObject([{ name: "file.save" }]));
    await expect(telemetry.events).toEqual([]);
  },
};

/** A recorder that throws changes nothing for the person. */
export const BrokenRecorder: Story = {
  args: {
    recorder: {
      recordAction: () => {
        throw new Error("The recorder is broken.");
      },
      recordEvent: () => undefined,
    },
  },
  render: Nearest.render as NonNullable<Story["render"]>,
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole("button", { name: "Save" });
    await userEvent.click(button);
    await waitFor(() => expect(button).not.toHaveAttribute("aria-busy"));
    await expect(canvas.queryByText("Save failed")).toBeNull();
  },
};

/** An outer and an inner provider side by side: the panel shows the outer one's events. */
export const AllStates: Story = {
  render: ({ recorder }) => (
    <Application>
      <StateTable
        states={{
          Outer: <ActionItem action={save} surface="outer" />,
          Inner: (
            <TelemetryProvider recorder={recorder}>
              <Application>
                <ActionItem action={save} surface="inner" />
              </Application>
            </TelemetryProvider>
          ),
        }}
      />
    </Application>
  ),
  play: async ({ canvas, userEvent, telemetry }) => {
    for (const button of canvas.getAllByRole("button")) await userEvent.click(button);
    await waitFor(() => expect(telemetry.events).toMatchObject([{ surface: "outer" }]));
    await waitFor(() => expect(inner.events).toMatchObject([{ surface: "inner" }]));
  },
};
