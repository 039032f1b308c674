import {
  ActionsScope,
  CodeViewToolbar,
  CommandPalette,
  createPreferences,
  createRecents,
} from "@action-telemetry/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, screen } from "storybook/test";
import { Application } from "../example/Application.tsx";
import { blameManifest } from "../example/blameManifest.ts";
import { createExampleRegistry } from "../example/createExampleRegistry.ts";
import "./code-view.css";

const lines = ["export function greet(name: string): string {", "  return `Hello, ${name}.`;", "}"];

/** A file with the toolbar of its actions, and the palette of the page. */
function CodeView() {
  const [registry] = useState(makeRegistry);
  const [scope] = useState(() =>
    registry.context.createScope({ "resource.language": "typescript" }),
  );
  const [recents] = useState(createRecents);
  const [preferences] = useState(createPreferences);
  return (
    <Application registry={() => registry}>
      <ActionsScope scope={scope}>
        <section className="code-view" aria-label="greet.ts">
          <header>
            <strong>greet.ts</strong>
            <CodeViewToolbar scope={scope} />
            <CommandPalette
              trigger={<CommandPalette.Trigger />}
              recents={recents}
              preferences={preferences}
            />
          </header>
          <pre role="region" aria-label="Code of greet.ts" tabIndex={0}>
            <code>{lines.join("\n")}</code>
          </pre>
        </section>
      </ActionsScope>
    </Application>
  );
}

function makeRegistry() {
  const registry = createExampleRegistry();
  registry.registerExtension(blameManifest);
  return registry;
}

const meta = { title: "Recipes/Code view", component: CodeView } satisfies Meta<typeof CodeView>;

export default meta;

/** One action, four ways to it, one event each: toolbar, palette, shortcut and keyboard. */
export const FourWays: StoryObj<typeof meta> = {
  play: async ({ canvas, userEvent, telemetry }) => {
    const wrap = canvas.getByRole("button", { name: "Wrap" });
    await userEvent.click(wrap);
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard("{Alt>}z{/Alt}");
    await userEvent.click(canvas.getByRole("button", { name: /Command palette/ }));
    await userEvent.type(screen.getByRole("combobox"), "wrap{Enter}");
    await expect(wrap).toHaveAttribute("aria-pressed", "false");
    await expect(telemetry.events.map(({ name, surface }) => `${name} ${surface}`)).toEqual([
      "toggleLineWrap toolbar",
      "toggleLineWrap toolbar",
      "toggleLineWrap shortcut",
      "toggleLineWrap palette",
    ]);
  },
};

/** An extension's toggle goes through its three states; the log cannot tell it from a builtin. */
export const ExtensionToggle: StoryObj<typeof meta> = {
  play: async ({ canvas, userEvent, telemetry }) => {
    const blame = canvas.getByRole("button", { name: "Blame" });
    await userEvent.click(blame);
    await expect(blame).toHaveAccessibleDescription(/each line of the file/);
    await userEvent.click(blame);
    await expect(blame).toHaveAccessibleDescription(/Hide/);
    await userEvent.click(blame);
    await expect(blame).toHaveAttribute("aria-pressed", "false");
    await expect(telemetry.events).toHaveLength(3);
  },
};
