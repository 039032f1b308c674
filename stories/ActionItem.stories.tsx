import { ActionItem } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { blameManifest } from "./example/blameManifest.ts";
import {
  copyPath,
  note,
  openDocs,
  openHistory,
  openInTab,
  publish,
  rebuild,
  save,
} from "./example/exampleActions.ts";
import { StateTable } from "./example/StateTable.tsx";

const meta = {
  title: "Components/ActionItem",
  component: ActionItem,
  args: { action: save, surface: "page" },
  decorators: [
    (Story) => (
      <Application registry={withBlame}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof ActionItem>;

export default meta;
type Story = StoryObj<typeof meta>;

function withBlame() {
  const registry = createExampleRegistry();
  registry.registerExtension(blameManifest);
  return registry;
}

/** A command is a button. One click, one event, and the event is the ID. */
export const Command: Story = {
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "file.save", surface: "page" }]),
    );
  },
};

/** `open` and `openPanel` are links, which can be copied and opened in a tab like any other. */
export const Link: Story = {
  args: { action: openHistory },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole("link", { name: "File history" })).toHaveAttribute(
        "href",
        "#tab=history",
      ),
    );
  },
};

/** A link to another origin says so, opens a tab and hands nothing over. */
export const ExternalLink: Story = {
  args: { action: openDocs },
  play: async ({ canvas }) => {
    const link = await canvas.findByRole("link", { name: /Documentation/ });
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect(link).toHaveAttribute("target", "_blank");
  },
};

/** An action of an extension with a `pressed` expression is a toggle. Its name does not change. */
export const Toggle: Story = {
  args: { action: "blame.toggle", surface: "toolbar", variant: "toolbar" },
  play: async ({ canvas, userEvent, telemetry }) => {
    const toggle = await canvas.findByRole("button", { name: "Blame" });
    await expect(toggle).toHaveAttribute("aria-pressed", "false");
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toHaveAttribute("aria-pressed", "true"));
    await userEvent.click(toggle);
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toHaveAttribute("aria-pressed", "false"));
    await expect(telemetry.events.map(({ name }) => name)).toEqual([
      "blame.toggle",
      "blame.toggle",
      "blame.toggle",
    ]);
  },
};

/** An action without a command is text: shown, never run, never logged. */
export const NoOperation: Story = {
  args: { action: note },
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByText("Read only at this revision"));
    await expect(telemetry.events).toEqual([]);
  },
};

/** Disabled with the reason: it keeps the focus, swallows the click and logs nothing. */
export const Disabled: Story = {
  args: { action: publish, disabled: "Add a comment first" },
  play: async ({ canvas, userEvent, telemetry }) => {
    const button = await canvas.findByRole("button", { name: "Publish review" });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription(/Add a comment first/);
    await userEvent.click(button);
    await expect(telemetry.events).toEqual([]);
  },
};

/** While it runs the button is busy, keeps its size and its focus, and runs nothing twice. */
export const Running: Story = {
  args: { action: rebuild },
  play: async ({ canvas, userEvent, telemetry }) => {
    const button = await canvas.findByRole("button", { name: "Rebuild index" });
    await userEvent.dblClick(button);
    await waitFor(() => expect(button).toHaveAttribute("aria-busy", "true"));
    await waitFor(() => expect(button).toHaveFocus());
    await waitFor(() => expect(telemetry.events).toHaveLength(1));
  },
};

/** A failure is told to the person, and to nobody else. */
export const Failed: Story = {
  args: { action: publish },
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Publish review" }));
    await waitFor(() => expect(canvas.getByText("Publish review failed")).toHaveRole("alert"));
    await expect(JSON.stringify(telemetry.events)).not.toContain("comments");
  },
};

/** The alternative is shown in the tooltip; a click with the modifier runs and logs it. */
export const WithAlternative: Story = {
  args: { action: copyPath, alt: save },
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.keyboard("{Control>}");
    await userEvent.click(await canvas.findByRole("button", { name: "Copy path" }));
    await userEvent.keyboard("{/Control}");
    await waitFor(() => expect(telemetry.events).toMatchObject([{ name: "file.save", alt: true }]));
  },
};

/** Every state next to the others. */
export const AllStates: Story = {
  render: () => (
    <StateTable
      states={{
        Command: <ActionItem action={save} />,
        Primary: <ActionItem action={save} variant="primary" />,
        Quiet: <ActionItem action={save} variant="quiet" />,
        "Icon only": <ActionItem action={copyPath} variant="icon" />,
        Toolbar: <ActionItem action="toggleLineWrap" variant="toolbar" />,
        Toggle: <ActionItem action="blame.toggle" variant="toolbar" />,
        Link: <ActionItem action={openHistory} />,
        "External link": <ActionItem action={openDocs} />,
        "Quiet link": <ActionItem action={openDocs} variant="quiet" />,
        Alternative: <ActionItem action={save} alt={openInTab} />,
        "No operation": <ActionItem action={note} />,
        Disabled: <ActionItem action={publish} disabled="Add a comment first" />,
        "Disabled link": <ActionItem action={openHistory} disabled="There is no history" />,
        Running: <ActionItem action={rebuild} />,
        Failed: <ActionItem action={publish} />,
      }}
    />
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Blame" }));
    await userEvent.click(await canvas.findByRole("button", { name: "Rebuild index" }));
    const [, failing] = canvas.getAllByRole("button", { name: "Publish review" });
    await userEvent.click(failing as HTMLElement);
    await waitFor(() => expect(canvas.getByText("Publish review failed")).toHaveRole("alert"));
  },
};
