import { ActionIcon } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StateTable } from "./example/StateTable.tsx";

const meta = {
  title: "Components/ActionIcon",
  component: ActionIcon,
  args: { icon: { kind: "bundled", name: "history" } },
} satisfies Meta<typeof ActionIcon>;

export default meta;
type Story = StoryObj<typeof meta>;

const image =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%235b6ce6'/%3E%3C/svg%3E";

const bundledNames = [
  "arrow-right",
  "blame",
  "branch",
  "check",
  "close",
  "code",
  "commit",
  "copy",
  "definition",
  "edit",
  "external",
  "eye",
  "file",
  "folder",
  "globe",
  "history",
  "implementation",
  "info",
  "link",
  "list",
  "palette",
  "play",
  "question",
  "references",
  "refresh",
  "search",
  "settings",
  "sign-in",
  "star",
  "theme",
  "trash",
  "warning",
  "wrap",
];

/** One of those that come with the library, drawn in the colour of the text. */
export const Bundled: Story = {};

/** Image data of an extension goes through an `<img>`, in which no script runs. */
export const Image: Story = { args: { icon: { kind: "image", url: image } } };

/** The first letter of the name, where there is no icon. */
export const Letter: Story = { args: { icon: undefined, letterOf: "Open in editor" } };

/** Every bundled icon, an image and a letter. */
export const AllStates: Story = {
  render: () => (
    <StateTable
      states={{
        ...Object.fromEntries(bundledNames.map((name) => [name, drawBundled(name)])),
        Image: <ActionIcon icon={{ kind: "image", url: image }} />,
        Letter: <ActionIcon icon={undefined} letterOf="Open in editor" />,
      }}
    />
  ),
  play: async ({ canvasElement }) => {
    // A name that is not bundled draws nothing.
    await expect(canvasElement.querySelectorAll("dd > svg")).toHaveLength(bundledNames.length);
  },
};

function drawBundled(name: string) {
  return <ActionIcon icon={{ kind: "bundled", name }} />;
}
