import {
  ErrorBoundary,
  ErrorMessage,
  ErrorReportingSettings,
  germanSettingsTexts,
  germanTexts,
} from "@action-telemetry/error-reporting/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, waitFor } from "storybook/test";
import { StateTable } from "./example/StateTable.tsx";

const failure = Object.assign(new TypeError("Cannot read properties of null (reading 'path')"), {
  stack:
    "TypeError: Cannot read properties of null (reading 'path')\n    at FileTree (https://code.example/assets/main-3f2a.js:1:2048)",
});
const notLoaded = new TypeError(
  "Failed to fetch dynamically imported module: https://code.example/assets/view.js",
);

/** A part of a page that fails until it is told not to. */
function Part({ fails }: { readonly fails: boolean }) {
  if (fails) throw failure;
  return <p>The files of the repository.</p>;
}

/** A page whose part fails as long as the box is checked. */
function Example() {
  const [fails, setFails] = useState(false);
  return (
    <>
      <p>
        <label>
          <input type="checkbox" checked={fails} onChange={() => setFails(!fails)} /> The part fails
        </label>
      </p>
      <ErrorBoundary resetKey={fails}>
        <Part fails={fails} />
      </ErrorBoundary>
    </>
  );
}

function Settings({ isGerman = false }: { readonly isGerman?: boolean }) {
  const [isOn, setOn] = useState(false);
  const texts = isGerman ? { texts: germanSettingsTexts } : {};
  return <ErrorReportingSettings isOn={isOn} onDecide={setOn} {...texts} />;
}

const meta = {
  title: "Components/ErrorBoundary",
  component: ErrorMessage,
  args: { error: failure },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 720 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ErrorMessage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a part shows that failed to render: what the person can do, and on demand what was thrown. */
export const Failed: Story = {
  render: () => <ErrorMessage error={failure} onReset={() => undefined} />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByText("Details"));
    await waitFor(() => expect(canvas.getByText(/main-3f2a\.js:1:2048/)).toBeVisible());
  },
};

/** The rest of the page goes on; when what is shown becomes another thing, the part is rendered again. */
export const InAPage: Story = {
  render: () => <Example />,
  play: async ({ canvas, userEvent }) => {
    const box = await canvas.findByRole("checkbox");
    await waitFor(() => expect(canvas.getByText("The files of the repository.")).toBeVisible());
    await userEvent.click(box);
    await waitFor(() => expect(canvas.getByRole("alert")).toBeVisible());
    await userEvent.click(box);
    await waitFor(() => expect(canvas.getByText("The files of the repository.")).toBeVisible());
  },
};

/** A part of the application that did not load: only a reload helps. */
export const NotLoaded: Story = {
  render: () => <ErrorMessage error={notLoaded} onReset={() => undefined} />,
};

/** Off until the person switches it on. */
export const ReportingSettings: Story = {
  render: () => <Settings />,
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole("switch", { name: "Allow error reporting" });
    await expect(toggle).not.toBeChecked();
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toBeChecked());
    await userEvent.click(await canvas.findByText("What a report says"));
    await waitFor(() => expect(canvas.getByText("assets/main-3f2a.js:1:2048")).toBeVisible());
  },
};

/** Every state side by side. */
export const AllStates: Story = {
  render: () => (
    <StateTable
      wide
      states={{
        Failed: <ErrorMessage error={failure} onReset={() => undefined} />,
        "Failed for good": <ErrorMessage error={failure} />,
        "Not loaded": <ErrorMessage error={notLoaded} />,
        Settings: <Settings />,
        German: <ErrorMessage error={failure} onReset={() => undefined} texts={germanTexts} />,
        "Settings in German": <Settings isGerman />,
      }}
    />
  ),
};
