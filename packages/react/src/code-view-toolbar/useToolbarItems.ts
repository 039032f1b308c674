import type { ContextStore } from "@action-telemetry/actions";
import { useMemo } from "react";
import type { ActionReference } from "../use-action/ActionReference.ts";
import { useMenu } from "../use-menu/useMenu.ts";
import type { KeyedItem } from "./KeyedItem.ts";

/** An item that an application adds to a toolbar. */
export interface ToolbarItem {
  readonly action: ActionReference;
  readonly alt?: ActionReference | undefined;
  /** Neighbours of one group stand together, with a line between groups. */
  readonly group?: string | undefined;
  /** Items of a lower one make room first; contributed ones have 0. @default 0 */
  readonly priority?: number | undefined;
}

/** Where the items of a toolbar come from. */
interface ToolbarSource {
  readonly scope: ContextStore | undefined;
  readonly items: readonly ToolbarItem[] | undefined;
  readonly includeInactive: boolean | undefined;
}

const none: readonly ToolbarItem[] = [];

/** The contributed items, then the application's own: the same array while both are the same. */
export function useToolbarItems(source: ToolbarSource): readonly KeyedItem[] {
  const { scope, items: own = none, includeInactive = false } = source;
  const contributed = useMenu("editor/title", { scope, includeInactive });
  return useMemo(
    () => [...contributed, ...own.map((item) => ({ ...item, key: `own:${idOf(item.action)}` }))],
    [contributed, own],
  );
}

function idOf(action: ActionReference): string {
  return typeof action === "string" ? action : action.id;
}
