import { defineAction } from "@action-telemetry/actions";
import { CodeViewToolbar } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { Application } from "./example/Application.tsx";
import { createExampleRegistry } from "./example/createExampleRegistry.ts";
import { StateTable } from "./example/StateTable.tsx";

const viewFile = defineAction({
  id: "codeHost.viewFile",
  title: "View file",
  description: "Open this file on the instance",
  iconURL: "external",
  command: "open",
  commandArguments: [
    "https://code.example.com/repository/-/blob/main.ts?utm_source=chrome-extension",
  ],
});

const signIn = defineAction({
  id: "codeHost.signIn",
  title: "Sign in",
  description: "Sign in to the instance to see this file there",
  iconURL: "sign-in",
  command: "open",
  commandArguments: ["https://code.example.com/sign-in?close=true&utm_source=chrome-extension"],
});

const meta = {
  title: "Components/CodeViewToolbar",
  component: CodeViewToolbar,
  decorators: [
    (Story) => (
      <Application registry={() => createExampleRegistry({ "review.empty": true })}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof CodeViewToolbar>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The items of the `editor/title` menu, one stop in the tab order, arrows within. */
export const Contributed: Story = {
  play: async ({ canvas, userEvent, telemetry, globals }) => {
    await userEvent.tab();
    await waitFor(() => expect(canvas.getByRole("button", { name: "Wrap" })).toHaveFocus());
    // The arrows follow what is seen.
    await userEvent.keyboard(globals["direction"] === "rtl" ? "{ArrowLeft}" : "{ArrowRight}");
    await waitFor(() => expect(canvas.getByRole("button", { name: "Copy path" })).toHaveFocus());
    await userEvent.keyboard("{Home}{Enter}");
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "toggleLineWrap", surface: "toolbar" }]),
    );
  },
};

/** What the application adds is an action like every other. */
export const WithViewOnInstance: Story = { args: { items: [{ action: viewFile }] } };

/** In place of the view when the person is not signed in to their instance. */
export const WithSignIn: Story = { args: { items: [{ action: signIn }] } };

/** In less room those with icons lose their labels, and then the last ones move into a menu. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 130 }}>
        <Story />
      </div>
    ),
  ],
  args: { items: [{ action: viewFile, priority: 1 }] },
  play: async ({ canvas, userEvent, telemetry }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "More actions" }));
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Copy path" }));
    await waitFor(() =>
      expect(telemetry.events).toMatchObject([{ name: "file.copyPath", surface: "toolbar" }]),
    );
  },
};

/** A column, moved in by up and down. */
export const Vertical: Story = { args: { orientation: "vertical" } };

/** Every state next to the others. */
export const AllStates: Story = {
  render: () => (
    <StateTable
      wide
      states={{
        Contributed: <CodeViewToolbar aria-label="Contributed" />,
        "View on instance": (
          <CodeViewToolbar aria-label="View on instance" items={[{ action: viewFile }]} />
        ),
        "Icons only": (
          <div style={{ inlineSize: 200 }}>
            <CodeViewToolbar aria-label="Icons only" items={[{ action: viewFile }]} />
          </div>
        ),
        Overflowing: (
          <div style={{ inlineSize: 96 }}>
            <CodeViewToolbar aria-label="Overflowing" items={[{ action: viewFile }]} />
          </div>
        ),
        Vertical: <CodeViewToolbar aria-label="Vertical" orientation="vertical" />,
        "Sign in": <CodeViewToolbar aria-label="Sign in" items={[{ action: signIn }]} />,
      }}
    />
  ),
};
