import type { ApplicationAction, MenuContributions } from "@action-telemetry/actions";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";

const run = () => undefined;
const icon = (secret: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><title>${secret}</title></svg>`)}`;

/** Actions whose every text, icon, key, address and condition is a secret. */
export const textActions: readonly ApplicationAction[] = [
  {
    id: "canary.texts",
    title: secretOf("title"),
    category: secretOf("category"),
    description: secretOf("description"),
    keywords: [secretOf("keyword")],
    iconURL: icon(secretOf("icon")),
    run,
  },
  {
    id: "canary.toggle",
    title: "Toggle",
    actionItem: {
      label: secretOf("label of a toolbar item"),
      description: secretOf("description of a toolbar item"),
      iconURL: `http://icons.example/${secretOf("address of a remote icon", "-")}.png`,
      iconDescription: secretOf("description of an icon"),
      pressed: `get(context, "canary.pressed") == "${secretOf("state of a toggle")}"`,
    },
    run,
  },
  { id: "canary.templates", title: "${canary.value}", run },
  {
    id: "canary.disabled",
    title: "Disabled",
    disabledTitle: secretOf("title while disabled"),
    run,
  },
  { id: "canary.link", title: "Link", command: "open", commandArguments: [linkTo("link")] },
  {
    id: "canary.paletteLink",
    title: "Palette link",
    command: "open",
    commandArguments: [linkTo("palette")],
  },
  { id: "canary.withAlt", title: "With an alternative", run },
  {
    id: "canary.alt",
    title: secretOf("title of an alternative"),
    commandArguments: [secretOf("argument of an alternative")],
    run,
  },
  { id: "canary.plain", title: "Plain", run },
  { id: "canary.inMenu", title: "In a menu", run },
  { id: "canary.split", title: "Split", run },
  { id: "canary.splitAlt", title: "In a split button", run },
  { id: "canary.inContextMenu", title: "In a context menu", run },
  { id: secretOf("ID of an action that is cancelled", "."), title: "Cancelled", run },
  { id: secretOf("ID of an action that is disabled", "."), title: "Never", run },
  { id: secretOf("ID of an action that is looked at", "."), title: "Looked at", run },
];

/** Where those actions are offered. */
export const menus: MenuContributions = {
  commandPalette: [
    { action: "canary.texts" },
    { action: "canary.throws" },
    { action: "canary.paletteLink" },
    { action: "canary.prompted" },
    { action: "canary.plain" },
  ],
  "editor/title": [
    { action: "canary.toggle" },
    { action: "canary.templates", when: `canary.value == "${secretOf("value of the context")}"` },
    { action: "canary.disabled", disabledWhen: "canary.value" },
    { action: "canary.withAlt", alt: "canary.alt" },
  ],
  hover: [{ action: "canary.arguments" }, { action: "canary.optedIn" }],
};

function linkTo(name: string): string {
  const part = (what: string) => encodeURIComponent(secretOf(`${what} of a ${name} address`));
  return `/${part("path")}?q=${part("query")}#${part("fragment")}`;
}
