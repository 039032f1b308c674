import { createActionRegistry, type ApplicationAction } from "@action-telemetry/actions";
import { createTestRecorder } from "@action-telemetry/telemetry/testing";
import type { ReactElement, ReactNode } from "react";
import {
  ActionContextMenu,
  ActionIcon,
  ActionItem,
  ActionMenu,
  ActionsProvider,
  ActionSplitButton,
  CodeViewToolbar,
  CommandPalette,
  ConsentSettings,
  createRecents,
  HoverOverlay,
  TelemetryInspector,
  TelemetryProvider,
} from "../index.ts";
import { Markdown } from "../markdown.ts";
import { createInspectedClient } from "./createInspectedClient.ts";

const run = () => undefined;
const actions: readonly ApplicationAction[] = [
  { id: "blame", title: "Blame", iconURL: "blame", run, actionItem: { pressed: "on" } },
  { id: "copy", title: "Copy path", description: "To the clipboard", keybindings: ["Mod+C"], run },
  { id: "manual", title: "Manual", command: "open", commandArguments: ["https://codecov.io/"] },
];
const items = actions.map(({ id }) => ({ action: id }));
const menus = { commandPalette: items, "editor/title": items, hover: items };
const anchor = { getBoundingClientRect: () => new DOMRect(40, 300, 30, 18) };
const ready = { kind: "ready", content: "Adds." } as const;
const { client } = createInspectedClient([], { consent: "denied" });
const palette = { recents: createRecents(), trigger: <CommandPalette.Trigger /> };

/** Every component as a server may have to render it, by name. */
const sceneByName: Readonly<Record<string, ReactElement>> = {
  "an item": <ActionItem action="copy" />,
  "an item with its icon only": <ActionItem action="blame" variant="icon" />,
  "a link": <ActionItem action="manual" variant="primary" />,
  "an icon": <ActionIcon icon={{ kind: "bundled", name: "blame" }} />,
  "a toolbar": <CodeViewToolbar />,
  "a menu": <ActionMenu label="More" items={items} />,
  "a split button": <ActionSplitButton action="copy" alt="blame" />,
  "a context menu": (
    <ActionContextMenu label="Line 12" items={items}>
      <button type="button">Line 12</button>
    </ActionContextMenu>
  ),
  "a hover": <HoverOverlay token={1} label="sum" anchor={anchor} state={ready} />,
  "a palette": <CommandPalette {...palette} />,
  "a palette that is open": <CommandPalette {...palette} defaultOpen />,
  "consent settings": <ConsentSettings consent={client.consent} />,
  "an inspector": <TelemetryInspector client={client} />,
  Markdown: <Markdown text="Some `code`." />,
};

/** Every component as a server may have to render it, with its name. */
export const serverScenes = Object.entries(sceneByName);

/** A scene with its providers: made anew for the server and for the browser, as applications do. */
export function provideScene(children: ReactNode): ReactElement {
  const registry = createActionRegistry({ baseURL: "https://application.example/" });
  registry.registerContributions({ actions, menus });
  return (
    <TelemetryProvider recorder={createTestRecorder().recorder}>
      <ActionsProvider registry={registry}>{children}</ActionsProvider>
    </TelemetryProvider>
  );
}
