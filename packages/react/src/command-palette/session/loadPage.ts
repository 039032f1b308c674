import { createSearchIndex, type SearchIndex } from "../../search/createSearchIndex.ts";
import type { Highlights } from "../../search/highlightDocument.ts";
import { runInSlices } from "../catalog/runInSlices.ts";
import type { Scheduler } from "../catalog/Scheduler.ts";
import type { FoundItems, PaletteItem, PalettePage } from "../pages/PalettePage.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { RowSection } from "../rows/RowList.ts";
import { noLoad, type OnLoad, type PaletteLoad } from "./PaletteLoad.ts";

const plain: Highlights = { title: [], category: [] };
const indexByItems = new WeakMap<readonly PaletteItem[], SearchIndex>();

/** Lists the items of a page that match a query. Whatever its `find` throws is a failure to show. */
export function loadPage(
  page: PalettePage,
  query: string,
  scheduler: Scheduler,
  onLoad: OnLoad,
): PaletteLoad {
  if (page.find !== undefined) return loadFound(page.find, query, onLoad);
  const { items = [] } = page;
  if (query === "") {
    onLoad({ sections: [toSection(items)], status: "ready" });
    return noLoad;
  }
  const index = indexByItems.get(items) ?? createSearchIndex(items);
  indexByItems.set(items, index);
  onLoad({ sections: [], status: "searching" });
  return runInSlices(index.search(query), scheduler, ({ numbers, highlight }) => {
    const found = [...numbers].flatMap((number) => items[number] ?? []);
    const highlights = (place: number) => highlight(numbers[place] ?? -1);
    onLoad({ sections: [toSection(found, highlights)], status: "ready" });
  });
}

function loadFound(
  find: NonNullable<PalettePage["find"]>,
  query: string,
  onLoad: OnLoad,
): PaletteLoad {
  const control = new AbortController();
  const { signal } = control;
  const sections: RowSection[] = [];
  const known = new Set<string>();
  const add = (items: readonly PaletteItem[], status: "loading" | "ready") => {
    if (signal.aborted) return;
    const fresh = items.filter(({ id }) => {
      const isNew = !known.has(id);
      known.add(id);
      return isNew;
    });
    sections.push(toSection(fresh));
    onLoad({ sections: [...sections], status });
  };
  const fail = () => {
    if (!signal.aborted) onLoad({ sections: [...sections], status: "failed" });
  };
  try {
    const found = find(query, { signal });
    if (isList(found)) add(found, "ready");
    else {
      onLoad({ sections: [], status: "loading" });
      void collect(found, add, signal).catch(fail);
    }
  } catch {
    fail();
  }
  return { finish: () => undefined, cancel: () => control.abort() };
}

function isList(found: FoundItems): found is readonly PaletteItem[] {
  return Array.isArray(found);
}

async function collect(
  found: Exclude<FoundItems, readonly PaletteItem[]>,
  add: (items: readonly PaletteItem[], status: "loading" | "ready") => void,
  signal: AbortSignal,
): Promise<void> {
  if (!(Symbol.asyncIterator in found)) {
    add(await found, "ready");
    return;
  }
  for await (const items of found) {
    // Leaving the loop closes the iterator.
    if (signal.aborted) return;
    add(items, "loading");
  }
  add([], "ready");
}

function toSection(
  items: readonly PaletteItem[],
  highlights: (place: number) => Highlights = () => plain,
): RowSection {
  return {
    heading: "",
    count: items.length,
    option(place, index) {
      const item = items[place];
      if (item === undefined) throw new RangeError("A section counts more items than there are.");
      return toOption(item, index, highlights(place));
    },
  };
}

function toOption(item: PaletteItem, index: number, highlights: Highlights): PaletteOption {
  const { id, title, category, description, icon, disabledReason } = item;
  return {
    kind: "option",
    key: id,
    index,
    target: { kind: "item", item },
    title,
    category,
    grouped: false,
    description,
    icon,
    external: false,
    disabledReason,
    titleMatches: highlights.title,
    categoryMatches: highlights.category,
  };
}
