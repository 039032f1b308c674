import {
  ActionContextMenu,
  ActionMenu,
  ActionSplitButton,
  type MenuEntry,
} from "@action-telemetry/react";
import type { ReactElement } from "react";
import { secretOf } from "../../../../../scripts/canaries/secrets/secretOf.ts";
import { witness } from "./witness.ts";

/** Every kind of menu, by a name that is a secret. */
export function Menus(): ReactElement {
  return (
    <>
      <ActionMenu label={secretOf("name of a menu")} items={inMenu} data-test="menu" />
      <ActionSplitButton
        action="canary.split"
        alt="canary.splitAlt"
        label={secretOf("name of a split button")}
      />
      <ActionContextMenu label={contextMenu} items={inContextMenu} data-test="context-menu">
        <p>{secretOf("content with a context menu")}</p>
      </ActionContextMenu>
    </>
  );
}

const inMenu: readonly MenuEntry[] = [
  { key: secretOf("key of a menu entry"), action: "canary.inMenu" },
];
const inContextMenu: readonly MenuEntry[] = [
  { action: "canary.inContextMenu", group: secretOf("group of a menu entry") },
];
const contextMenu = secretOf("name of a context menu");
witness(inMenu, inContextMenu, contextMenu);
