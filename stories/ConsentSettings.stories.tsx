import { ConsentSettings, type ConsentSettingsProps } from "@action-telemetry/react";
import { decideTelemetry, type TelemetryInputs } from "@action-telemetry/telemetry";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, waitFor } from "storybook/test";
import { createExampleClient, type ExampleClientOptions } from "./example/createExampleClient.ts";
import { StateTable } from "./example/StateTable.tsx";

const inputs: TelemetryInputs = {
  browser: "firefox",
  isExtension: true,
  instance: "public",
  sendTelemetry: "off",
  builtInPermission: "unsupported",
  managedPolicy: "none",
  globalPrivacyControl: false,
  repositoryVisibility: "unknown",
  policy: "standard",
};

const forbidden = decideTelemetry({ ...inputs, managedPolicy: "off" });
const unreadable = decideTelemetry({ ...inputs, sendTelemetry: "unreadable" });
const ownInstance = decideTelemetry({ ...inputs, instance: "self-hosted" });
const loading = decideTelemetry({ ...inputs, sendTelemetry: "loading" });

interface ExampleProps extends Omit<ConsentSettingsProps, "consent"> {
  readonly client?: ExampleClientOptions;
}

/** The settings of a client of their own. */
function Example({ client: options, ...props }: ExampleProps) {
  const [client] = useState(() => createExampleClient(options));
  return <ConsentSettings consent={client.consent} {...props} />;
}

const meta = {
  title: "Components/ConsentSettings",
  component: ConsentSettings,
  args: { consent: createExampleClient().consent },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 720 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ConsentSettings>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is decided: the switch says yes, the button says no. Neither leaves an event behind. */
export const NotDecided: Story = {
  render: () => <Example client={{ consent: "unknown", actions: ["file.save"] }} />,
  play: async ({ canvas, userEvent, telemetry }) => {
    const toggle = await canvas.findByRole("switch", { name: "Send telemetry" });
    await expect(toggle).not.toBeChecked();
    await expect(toggle).toHaveAccessibleDescription(/until you decide/);
    await userEvent.click(await canvas.findByRole("button", { name: "Leave it off" }));
    await waitFor(() => expect(toggle).not.toBeChecked());
    await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent("Telemetry is off."));
    await expect(telemetry.events).toEqual([]);
  },
};

/** Switching off erases queue and anonymous ID; by keyboard as well. */
export const Granted: Story = {
  render: () => <Example />,
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole("switch", { name: "Send telemetry" });
    await expect(toggle).toBeChecked();
    await userEvent.tab();
    await waitFor(() => expect(toggle).toHaveFocus());
    await userEvent.keyboard(" ");
    await waitFor(() => expect(toggle).not.toBeChecked());
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(toggle).toBeChecked());
  },
};

/** Every field that can leave, with what it is for, an example, and whether it is always there. */
export const WhatIsRecorded: Story = {
  render: () => <Example />,
  play: async ({ canvas, userEvent }) => {
    for (const group of canvas.getAllByRole("group")) {
      await userEvent.click(group.querySelector("summary") as HTMLElement);
    }
    await waitFor(() => expect(canvas.getByText("anonymizedUserId")).toBeVisible());
    await waitFor(() => expect(canvas.getByText("random ID")).toBeVisible());
  },
};

/** An administrator has decided. The switch keeps the focus, so that the reason can be read. */
export const Forbidden: Story = {
  render: () => <Example client={{ consent: "denied" }} decision={forbidden} />,
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole("switch", { name: "Send telemetry" });
    await expect(toggle).toHaveAttribute("aria-disabled", "true");
    await expect(toggle).toHaveAccessibleDescription(/your administrator forbids it/);
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).not.toBeChecked());
  },
};

/** The decision holds, but the application could not keep it: the person is told. */
export const NotKept: Story = {
  render: () => <Example onDecide={() => Promise.reject(new Error("The storage is full."))} />,
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole("switch", { name: "Send telemetry" });
    await userEvent.click(toggle);
    await waitFor(() => expect(canvas.getByText(/could not keep it/)).toBeVisible());
    await waitFor(() => expect(toggle).not.toBeChecked());
  },
};

/** Every state next to the others. */
export const AllStates: Story = {
  decorators: [(Story) => <Story />],
  render: () => (
    <StateTable
      wide
      states={{
        "Not decided": <Example aria-label="Not decided" client={{ consent: "unknown" }} />,
        On: <Example aria-label="On" />,
        Off: <Example aria-label="Off" client={{ consent: "denied" }} />,
        Loading: (
          <Example aria-label="Loading" client={{ consent: "unknown" }} decision={loading} />
        ),
        "On, and fixed": <Example aria-label="Fixed" decision={ownInstance} />,
        Forbidden: (
          <Example aria-label="Forbidden" client={{ consent: "denied" }} decision={forbidden} />
        ),
        Unreadable: (
          <Example aria-label="Unreadable" client={{ consent: "denied" }} decision={unreadable} />
        ),
        "Not kept": (
          <Example
            aria-label="Not kept"
            onDecide={() => Promise.reject(new Error("The storage is full."))}
          />
        ),
      }}
    />
  ),
  play: async ({ canvas, userEvent }) => {
    const switches = canvas.getAllByRole("switch");
    await userEvent.click(switches.at(-1) as HTMLElement);
    await waitFor(() => expect(canvas.getByText(/could not keep it/)).toBeVisible());
    await waitFor(() => expect(canvas.getAllByRole("switch", { checked: true })).toHaveLength(2));
  },
};
