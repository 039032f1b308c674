import { defineAction } from "@action-telemetry/actions";
import { HoverOverlay, type HoverOverlayProps } from "@action-telemetry/react";
import { Markdown } from "@action-telemetry/react/markdown";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, fn, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { StateTable } from "./example/StateTable.tsx";

const definition = defineAction({
  id: "goToDefinition",
  title: "Go to definition",
  iconURL: "definition",
  keybindings: ["F12"],
  run: () => undefined,
});
const references = defineAction({
  id: "findReferences",
  title: "Find references",
  iconURL: "references",
  run: () => undefined,
});

const text = `\`\`\`ts
function sum(a: number, b: number): number
\`\`\`

Adds two numbers. See the [manual](https://example.com/sum), and mind:

- **NaN** spreads
- *rounding* is that of IEEE 754
`;

function withHoverActions() {
  return createExampleRegistry(
    {},
    {
      actions: [definition, references],
      menus: { hover: [{ action: definition.id }, { action: references.id }] },
    },
  );
}

type WordProps = Omit<HoverOverlayProps, "anchor" | "label" | "token"> & { readonly room: number };

/** A word with its overlay, and room for it. */
function Word({ room, ...props }: WordProps) {
  const [word, setWord] = useState<HTMLElement | null>(null);
  const [isPinned, setPinned] = useState(props.isPinned ?? false);
  return (
    <div style={{ paddingBlockStart: room }}>
      <code ref={setWord}>sum</code>
      {word !== null && (
        <HoverOverlay
          {...props}
          token="sum"
          label="sum"
          anchor={word}
          isPinned={isPinned}
          onPinnedChange={setPinned}
        />
      )}
    </div>
  );
}

const meta = {
  title: "Components/HoverOverlay",
  component: Word,
  args: {
    room: 230,
    state: { kind: "ready", content: <Markdown text={text} /> },
    onClose: fn(),
    onRetry: fn(),
  },
  decorators: [
    (Story) => (
      <Application registry={withHoverActions}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof Word>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Content and actions: `hover` is recorded once, the action by its ID. */
export const Shown: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    const overlay = await canvas.findByRole("dialog", { name: "About sum" });
    await waitFor(() => expect(overlay).toHaveTextContent("Adds two numbers."));
    await userEvent.click(await canvas.findByRole("button", { name: "Find references" }));
    await waitFor(() =>
      expect(telemetry.events.map(({ name }) => name)).toEqual(["hover", "findReferences"]),
    );
  },
};

/** Shown when it takes a while; nothing is recorded. */
export const Loading: Story = {
  args: { state: { kind: "loading" }, loadingDelay: 0, room: 100 },
  play: async ({ canvas, telemetry }) => {
    await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent("Loading…"));
    await expect(telemetry.events).toEqual([]);
  },
};

/** A sentence, and a way to ask again; nothing is recorded. */
export const Failed: Story = {
  args: { state: { kind: "failed", message: "The language server is not there." }, room: 100 },
  play: async ({ canvas, userEvent, args, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Try again" }));
    await waitFor(() => expect(args.onRetry).toHaveBeenCalled());
    await expect(telemetry.events).toEqual([]);
  },
};

/** Pinned it stays, and has a button to close it. */
export const Pinned: Story = {
  args: { isPinned: true },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Close" }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalledWith("button"));
  },
};

/** Every state next to the others. */
export const AllStates: Story = {
  render: (args) => (
    <StateTable
      wide
      states={{
        Content: <Word {...args} />,
        "Actions only": <Word {...args} room={60} state={{ kind: "ready" }} />,
        Loading: <Word {...args} room={100} state={{ kind: "loading" }} loadingDelay={0} />,
        Failed: (
          <Word {...args} room={100} state={{ kind: "failed", message: "The server is gone." }} />
        ),
        Pinned: <Word {...args} isPinned />,
      }}
    />
  ),
};
