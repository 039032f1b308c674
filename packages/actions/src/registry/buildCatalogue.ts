import type { Diagnostic, DiagnosticCode } from "../action/Diagnostic.ts";
import type { MenuId } from "../action/MenuId.ts";
import { type Dependencies, mergeDependencies } from "../dependents/Dependencies.ts";
import { indexDependents } from "../dependents/indexDependents.ts";
import type { KeybindingTarget } from "../keybinding/KeybindingTarget.ts";
import type { CatalogueItem } from "../menu/CatalogueItem.ts";
import type { CatalogueMenu } from "../menu/CatalogueMenu.ts";
import { isConstantItem } from "../menu/constantItem.ts";
import { compareMenuItems } from "../menu/compareMenuItems.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import type { Catalogue } from "./Catalogue.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import type { ContributionSource } from "./ContributionSource.ts";

type Note = (
  code: DiagnosticCode,
  source: ContributionSource,
  actionId: string,
  message: string,
) => void;

/**
 * Puts the sources together. Where an ID is contributed twice the first source counts, so put those
 * of the application first; the menu items that the other brought for its own action go with it.
 */
export function buildCatalogue(sources: readonly ContributionSource[]): Catalogue {
  const diagnostics: Diagnostic[] = [];
  const note: Note = (code, { extension }, actionId, message) => {
    diagnostics.push(
      Object.freeze({
        code,
        severity: code === "keybinding-conflict" ? "warning" : "error",
        message,
        actionId,
        ...(extension !== undefined && { extension }),
      }),
    );
  };
  const actionById = collectActions(sources, note);
  const itemsByMenu = collectItems(sources, actionById, note);
  const keybindings = collectKeybindings(sources, actionById, note);
  const menu = memoize((id: MenuId) => {
    const items = itemsByMenu.get(id);
    return items && toMenu(items);
  });
  const itemsOf = memoize((actionId: string) =>
    [...itemsByMenu.keys()].flatMap(
      (id) => menu(id)?.items.filter(({ action }) => action.id === actionId) ?? [],
    ),
  );
  return { actionById, menu, itemsOf, keybindings, diagnostics };
}

function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

function collectActions(
  sources: readonly ContributionSource[],
  note: Note,
): ReadonlyMap<string, CompiledAction> {
  const actionById = new Map<string, CompiledAction>();
  for (const source of sources) {
    for (const [id, action] of source.actionById) {
      if (!actionById.has(id)) actionById.set(id, action);
      else
        note("duplicate-action", source, id, `The action ${id} exists already; this one is off.`);
    }
  }
  return actionById;
}

function collectItems(
  sources: readonly ContributionSource[],
  actionById: ReadonlyMap<string, CompiledAction>,
  note: Note,
): ReadonlyMap<MenuId, readonly CatalogueItem[]> {
  const itemsByMenu = new Map<MenuId, CatalogueItem[]>();
  for (const source of sources) {
    for (const [menu, items] of source.itemsByMenu) {
      const all = itemsByMenu.get(menu) ?? [];
      itemsByMenu.set(menu, all);
      for (const item of items) {
        const linked = linkItem(item, source, actionById, note);
        if (linked !== undefined) all.push(linked);
      }
    }
  }
  return itemsByMenu;
}

function toMenu(unsorted: readonly CatalogueItem[]): CatalogueMenu {
  const items = unsorted.toSorted((left, right) =>
    compareMenuItems(left.item.contribution, right.item.contribution),
  );
  return { items, dependents: indexDependents(readDependencies(items)) };
}

/** What the items depend on by their places, but for those that are the same in every context. */
function* readDependencies(
  items: readonly CatalogueItem[],
): Iterable<readonly [place: number, dependencies: Dependencies]> {
  for (const [place, linked] of items.entries()) {
    if (isConstantItem(linked)) continue;
    const { item, action, alt } = linked;
    yield [place, mergeDependencies(alt === undefined ? [item, action] : [item, action, alt])];
  }
}

function linkItem(
  item: CompiledMenuItem,
  source: ContributionSource,
  actionById: ReadonlyMap<string, CompiledAction>,
  note: Note,
): CatalogueItem | undefined {
  const { action: id, alt: altId } = item.contribution;
  const action = actionById.get(id);
  if (action === undefined) {
    note("dangling-action", source, id, `A menu item names ${id}, which no action is called.`);
    return undefined;
  }
  const own = source.actionById.get(id);
  if (own !== undefined && own !== action) return undefined;
  const alt = altId === undefined ? undefined : actionById.get(altId);
  if (altId !== undefined && alt === undefined) {
    note("dangling-alt", source, id, `The alternative ${altId} of ${id} does not exist.`);
  }
  return { item, action, ...(alt && { alt }) };
}

function collectKeybindings(
  sources: readonly ContributionSource[],
  actionById: ReadonlyMap<string, CompiledAction>,
  note: Note,
): readonly KeybindingTarget[] {
  const targets: KeybindingTarget[] = [];
  const ownerBySource = new Map<string, string>();
  for (const source of sources) {
    for (const [id, action] of source.actionById) {
      if (actionById.get(id) !== action) continue;
      for (const keybinding of action.keybindings) {
        const owner = ownerBySource.get(keybinding.source);
        if (owner === undefined) ownerBySource.set(keybinding.source, id);
        else if (owner !== id) {
          const message = `${keybinding.source} runs ${owner} where that is available, else ${id}.`;
          note("keybinding-conflict", source, id, message);
        }
        targets.push(Object.freeze({ actionId: id, keybinding }));
      }
    }
  }
  return Object.freeze(targets);
}
