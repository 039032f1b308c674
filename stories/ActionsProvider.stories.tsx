import { ActionItem, ActionsProvider } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, screen, waitFor } from "storybook/test";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { exampleContributions, publish, save, toggleLineWrap } from "./example/exampleActions.ts";
import { StateTable } from "./example/StateTable.tsx";

const meta = {
  title: "Components/ActionsProvider",
  component: ActionsProvider,
  args: { registry: createExampleRegistry() },
  render: ({ shortcuts, messages }) => <Application shortcuts={shortcuts} messages={messages} />,
} satisfies Meta<typeof ActionsProvider>;

export default meta;
type Story = StoryObj<typeof meta>;

type Settings = Pick<Story["args"] & object, "shortcuts" | "messages">;

function Application({ shortcuts, messages }: Settings) {
  const [registry] = useState(makeRegistry);
  return (
    <ActionsProvider registry={registry} shortcuts={shortcuts} messages={messages}>
      <StateTable
        states={{
          "Mod+S": <ActionItem action={save.id} />,
          "Alt+Z": <ActionItem action={toggleLineWrap.id} variant="toolbar" />,
          "p f, fails": <ActionItem action={publish.id} />,
        }}
      />
    </ActionsProvider>
  );
}

function makeRegistry() {
  const actions = exampleContributions.actions?.map((action) =>
    action.id === publish.id ? { ...action, keybindings: ["p f"] } : action,
  );
  return createExampleRegistry({}, { ...exampleContributions, actions: actions ?? [] });
}

/** A shortcut runs the action as its button would, and logs the surface `shortcut`. */
export const Shortcut: Story = {
  play: async ({ userEvent, telemetry }) => {
    await userEvent.keyboard("{Alt>}z{/Alt}");
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap", surface: "shortcut" }]),
    );
  },
};

/** Two keys in a row. What fails without a button in sight is told in a notice. */
export const ChordThatFails: Story = {
  play: async ({ userEvent, telemetry }) => {
    await userEvent.keyboard("pf");
    await waitFor(() => expect(screen.getByText(/Publish review failed/)).toBeVisible());
    await waitFor(() => expect(telemetry.events).toMatchObject([{ name: "review.publish" }]));
  },
};

/** For people whose input sets off single keys: those with a modifier stay. */
export const WithoutSingleKeys: Story = {
  args: { shortcuts: "with-modifier" },
  play: async ({ userEvent, telemetry }) => {
    await userEvent.keyboard("pf");
    await userEvent.keyboard("{Alt>}z{/Alt}");
    await waitFor(() => expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap" }]));
  },
};

/** Texts in another language. */
export const Translated: Story = {
  args: {
    messages: { failed: (title) => `${title} ist fehlgeschlagen`, dismiss: "Schließen" },
  },
  play: async ({ userEvent }) => {
    await userEvent.keyboard("pf");
    await waitFor(() => expect(screen.getByText(/ist fehlgeschlagen/)).toBeVisible());
  },
};

/** The items with their keys, and the notice of a failure. */
export const AllStates: Story = { ...ChordThatFails };
