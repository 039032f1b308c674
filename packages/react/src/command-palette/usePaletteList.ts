import type { ContextStore, MenuId, ResolvedMenuItem } from "@action-telemetry/actions";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useActions } from "../actions-provider/useActions.ts";
import { useMenu } from "../use-menu/useMenu.ts";
import { createSearch } from "./createSearch.ts";
import { groupItems } from "./groupItems.ts";
import { selectedOption } from "./moveSelection.ts";
import type { PaletteOption, PaletteRow } from "./PaletteRow.ts";
import type { RecentsStore } from "./RecentsStore.ts";
import { layoutRows, type RowLayout } from "./RowLayout.ts";

/** What an open palette shows. */
export interface PaletteList {
  readonly query: string;
  readonly rows: readonly PaletteRow[];
  readonly layout: RowLayout;
  /** How many options there are. */
  readonly count: number;
  readonly selected: PaletteOption | undefined;
  type(query: string): void;
  select(key: string): void;
}

/** Searches a menu, and remembers what is selected. */
export function usePaletteList(
  menu: MenuId,
  scope: ContextStore | undefined,
  recents: RecentsStore,
): PaletteList {
  const { messages } = useActions().actions;
  const items = useMenu(menu, { scope });
  const [query, setQuery] = useState("");
  const [selectedKey, setSelectedKey] = useState<string | undefined>(undefined);
  const recentIds = useSyncExternalStore(recents.subscribe, recents.getSnapshot, noIds);
  const search = useMemo(() => createSearch(items.filter(isRunnable)), [items]);
  const rows = useMemo(() => {
    const words = query.trim();
    if (words !== "") return search(words, recentIds);
    const headings = { recent: messages.recentlyUsed, other: messages.otherActions };
    return groupItems(items.filter(isRunnable), recentIds, headings);
  }, [query, search, items, recentIds, messages]);
  const layout = useMemo(() => layoutRows(rows), [rows]);
  const selected = selectedOption(rows, selectedKey);
  return {
    query,
    rows,
    layout,
    count: rows.reduce((sum, row) => (row.kind === "option" ? sum + 1 : sum), 0),
    selected,
    type(next) {
      setQuery(next);
      setSelectedKey(undefined);
    },
    select: setSelectedKey,
  };
}

/** A no-op is text, and a palette lists what can be run. */
function isRunnable(item: ResolvedMenuItem): boolean {
  return item.action.kind !== "noop";
}

const empty: readonly string[] = [];
const noIds = () => empty;
