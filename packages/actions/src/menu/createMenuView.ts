import type { Context } from "../context/Context.ts";
import type { CatalogueItem } from "./CatalogueItem.ts";
import { isConstantItem, resolveConstant } from "./constantItem.ts";
import type { CatalogueMenu } from "./CatalogueMenu.ts";
import { findChange } from "../dependents/ContextChange.ts";
import { findAffected } from "../dependents/indexDependents.ts";
import type { ItemView } from "./createItemView.ts";
import { isSameList } from "./isSameList.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";

/** A menu in one context; identical lists while unchanged. */
export interface MenuSnapshot {
  readonly all: readonly ResolvedMenuItem[];
  /** Those of `all` whose condition holds. */
  readonly active: readonly ResolvedMenuItem[];
}

const emptyList: readonly ResolvedMenuItem[] = Object.freeze([]);

type ViewOfItem = (item: CatalogueItem) => ItemView;

/** A menu as one store sees it. */
export interface MenuView {
  readonly read: (menu: CatalogueMenu, context: Context) => MenuSnapshot;
  /** Whether it was read before, so that only what changed since has to be evaluated. */
  readonly hasRead: (menu: CatalogueMenu) => boolean;
}

/** Makes the view of one menu, which evaluates only the items that a change can have affected. */
export function createMenuView(viewOfItem: ViewOfItem): MenuView {
  // By place, of the items that are not the same in every context.
  const views = new Map<number, ItemView>();
  let latest: (MenuSnapshot & { menu: CatalogueMenu; context: Context }) | undefined;

  function show(item: CatalogueItem, place: number, context: Context): ResolvedMenuItem {
    if (isConstantItem(item)) return resolveConstant(item);
    const view = viewOfItem(item);
    views.set(place, view);
    return view(context);
  }

  function evaluate(menu: CatalogueMenu, context: Context): readonly ResolvedMenuItem[] {
    if (latest?.menu !== menu) return menu.items.map((item, place) => show(item, place, context));
    const { dependents } = menu;
    const change = findChange(latest.context, context, dependents.byKey.keys());
    let items: ResolvedMenuItem[] | undefined;
    for (const place of findAffected(dependents, change)) {
      const item = views.get(place)?.(context, change);
      if (item === undefined || item === latest.all[place]) continue;
      items ??= [...latest.all];
      items[place] = item;
    }
    return items ?? latest.all;
  }

  function read(menu: CatalogueMenu, context: Context): MenuSnapshot {
    if (latest?.menu === menu && latest.context === context) return latest;
    const all = evaluate(menu, context);
    if (latest !== undefined && isSameList(all, latest.all)) {
      latest = { ...latest, menu, context };
      return latest;
    }
    const active = all.filter((item) => item.active);
    const previous = latest?.active ?? emptyList;
    latest = {
      menu,
      context,
      all: Object.freeze(all),
      active: isSameList(active, previous) ? previous : Object.freeze(active),
    };
    return latest;
  }

  return { read, hasRead: (menu) => latest?.menu === menu };
}
