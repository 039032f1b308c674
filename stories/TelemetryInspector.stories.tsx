import { TelemetryInspector, type TelemetryInspectorProps } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, waitFor, within } from "storybook/test";
import {
  brokenStorage,
  createExampleClient,
  type ExampleClientOptions,
} from "./example/createExampleClient.ts";
import { StateTable } from "./example/StateTable.tsx";

const actions = ["file.save", "git.blame.toggle", "toggleLineWrap"];
const network = { kind: "retry", reason: "network" } as const;
const notLetIn = { kind: "pause", reason: "http-403" } as const;

interface ExampleProps extends Omit<TelemetryInspectorProps, "client"> {
  readonly options?: ExampleClientOptions;
}

/** An inspector of a client of its own. */
function Example({ options, ...props }: ExampleProps) {
  const [client] = useState(() => createExampleClient(options));
  return <TelemetryInspector client={client} {...props} />;
}

const meta = {
  title: "Components/TelemetryInspector",
  component: TelemetryInspector,
  args: { client: createExampleClient({ actions }) },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof TelemetryInspector>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The instance has everything. Each batch opens to the very bytes of its request. */
export const UpToDate: Story = {
  render: () => <Example options={{ actions }} />,
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByText("delivered"));
    await waitFor(() => expect(canvas.getByText('"sourcegraphURL":')).toBeVisible());
    await waitFor(() => expect(canvas.getByText("Up to date")).toBeVisible());
    await expect(telemetry.events).toEqual([]);
  },
};

/** The instance cannot be reached: events wait, and it says until when. */
export const CannotBeReached: Story = {
  render: () => <Example options={{ actions, answer: network }} />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/cannot be reached/)).toBeVisible());
    await waitFor(() => expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible());
    await waitFor(() => expect(canvas.getByText("git.blame.toggle")).toBeVisible());
  },
};

/** The instance does not let the program in: nothing is sent until the person tries again. */
export const Paused: Story = {
  render: () => <Example options={{ actions, answer: notLetIn }} />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/does not let you in/)).toBeVisible());
    await waitFor(() => expect(canvas.getByText("Paused")).toBeVisible());
  },
};

/** Without a network nothing is tried. */
export const Offline: Story = {
  render: () => <Example options={{ actions, answer: network }} />,
  beforeEach: () => {
    Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
    return () => Reflect.deleteProperty(navigator, "onLine");
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/You are offline/)).toBeVisible());
  },
};

/** Of a long queue the newest are shown; losses are told in words. */
export const LongQueue: Story = {
  render: () => (
    <Example
      options={{
        answer: network,
        actions: ["not an ID", ...Array.from({ length: 300 }, (_, at) => `example.action${at}`)],
      }}
    />
  ),
  play: async ({ canvas, userEvent }) => {
    await waitFor(() => expect(canvas.getByText("and 250 more")).toBeVisible());
    await userEvent.click(await canvas.findByRole("button", { name: "Show 200 more" }));
    await waitFor(() => expect(canvas.getByText("and 50 more")).toBeVisible());
    await waitFor(() =>
      expect(canvas.getByText("Not recorded: its name is not valid.")).toBeVisible(),
    );
  },
};

/** Erasing asks first, and gives the focus back. */
export const Erasing: Story = {
  render: () => <Example options={{ actions, answer: network }} />,
  play: async ({ canvas, userEvent }) => {
    const erase = await canvas.findByRole("button", { name: "Erase…" });
    await waitFor(() => expect(canvas.getByText("file.save")).toBeVisible());
    await userEvent.click(erase);
    const dialog = within(
      await canvas.findByRole("alertdialog", { name: "Erase what is kept here?" }),
    );
    await userEvent.click(await dialog.findByRole("button", { name: "Erase" }));
    await waitFor(() => expect(canvas.getByText("Nothing is waiting.")).toBeVisible());
    await waitFor(() => expect(erase).toHaveFocus());
  },
};

/** The client does not answer, as one in another process may. */
export const Unreadable: Story = {
  args: {
    client: {
      ...createExampleClient(),
      inspect: () => Promise.reject(new Error("The other process has ended.")),
      subscribe: () => () => undefined,
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/cannot be read/)).toBeVisible());
    await waitFor(() => expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible());
  },
};

/** Every state next to the others. */
export const AllStates: Story = {
  decorators: [(Story) => <Story />],
  render: ({ client }) => (
    <StateTable
      wide
      states={{
        Empty: <Example aria-label="Empty" />,
        "Up to date": <Example aria-label="Up to date" options={{ actions }} />,
        "Not decided": (
          <Example aria-label="Not decided" options={{ actions, consent: "unknown" }} />
        ),
        Off: <Example aria-label="Off" options={{ consent: "denied" }} />,
        "Trying again": <Example aria-label="Trying" options={{ actions, answer: network }} />,
        Paused: <Example aria-label="Paused" options={{ actions, answer: notLetIn }} />,
        "Storage does not work": (
          <Example
            aria-label="Storage"
            options={{
              actions: [...actions, "not an ID"],
              storage: brokenStorage,
              answer: network,
            }}
          />
        ),
        Hidden: <TelemetryInspector client={client} hidden />,
      }}
    />
  ),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText(/storage does not work\. What/)).toBeVisible());
    await waitFor(() => expect(canvas.getByText(/does not let you in/)).toBeVisible());
    await waitFor(() => expect(canvas.getByText("delivered")).toBeVisible());
  },
};
