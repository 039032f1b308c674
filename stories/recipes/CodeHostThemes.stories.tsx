import { ActionItem, ActionMenu, CodeViewToolbar } from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { expect } from "storybook/test";
import { Application } from "../example/Application.tsx";
import { copyPath, openDocs, publish, save } from "../example/exampleActions.ts";
import { createExampleRegistry } from "../example/createExampleRegistry.ts";
import { codeHostThemes } from "../example/codeHostThemes.ts";

/** The components on a page of a code host, which sets custom properties and nothing else. */
function OnPage({ host }: { readonly host: keyof typeof codeHostThemes }) {
  const theme = codeHostThemes[host] as CSSProperties;
  return (
    <section
      aria-label={host}
      style={{ ...theme, padding: 12, background: "var(--at-surface)", color: "var(--at-text)" }}
    >
      <CodeViewToolbar aria-label={`${host} file`} />
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8, paddingBlockStart: 8 }}>
        <ActionItem action={save} variant="primary" />
        <ActionItem action={copyPath} />
        <ActionItem action={openDocs} />
        <ActionItem action={publish} disabled="Add a comment first" />
        <ActionMenu label="More" items={[{ action: save }, { action: openDocs }]} />
      </div>
    </section>
  );
}

const meta = {
  title: "Recipes/Code host themes",
  component: OnPage,
  args: { host: "GitHub" },
  decorators: [
    (Story) => (
      <Application registry={() => createExampleRegistry({ "config.view.wrap": true })}>
        <Story />
      </Application>
    ),
  ],
} satisfies Meta<typeof OnPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Small, round corners, an outline on everything. */
export const GitHub: Story = {
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Save" });
    await expect(getComputedStyle(button).blockSize).toBe("32px");
  },
};

/** Its own font size and purple. */
export const GitLab: Story = { args: { host: "GitLab" } };

/** Square corners and filled grey. */
export const Bitbucket: Story = { args: { host: "Bitbucket" } };
