import type { MenuId } from "../action/MenuId.ts";
import type { Context } from "../context/Context.ts";
import { isConstant } from "../dependents/Dependencies.ts";
import type { CatalogueItem } from "../menu/CatalogueItem.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import { isConstantItem, resolveConstant } from "../menu/constantItem.ts";
import { createItemView, type ItemView } from "../menu/createItemView.ts";
import { createMenuView, type MenuView } from "../menu/createMenuView.ts";
import { isSameList } from "../menu/isSameList.ts";
import type { ResolvedMenuItem } from "../menu/ResolvedMenuItem.ts";
import type { Catalogue } from "./Catalogue.ts";
import type { CompiledAction } from "./CompiledAction.ts";
import { type ActionView, createActionView, evaluateConstant } from "./createActionView.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

/** The catalogue as one context store sees it. Everything unchanged keeps its identity. */
export interface ScopeView {
  readonly menu: (
    menu: MenuId,
    includeInactive: boolean,
    catalogue: Catalogue,
    context: Context,
  ) => readonly ResolvedMenuItem[];
  /** Makes in steps what `menu` would make at once. */
  readonly prepare: (menu: MenuId, catalogue: Catalogue, context: Context) => Iterable<undefined>;
  readonly item: (item: CatalogueItem, context: Context) => ResolvedMenuItem;
  readonly action: (action: CompiledAction, context: Context) => ResolvedAction;
  readonly actions: (catalogue: Catalogue, context: Context) => readonly ResolvedAction[];
}

const itemsPerStep = 256;
const emptyMenu: readonly ResolvedMenuItem[] = Object.freeze([]);

/** Makes the view of one context store, which fills as it is asked. */
export function createScopeView(): ScopeView {
  const viewByAction = new WeakMap<CompiledAction, ActionView>();
  const viewByItem = new WeakMap<CompiledMenuItem, { linked: CatalogueItem; view: ItemView }>();
  const viewByMenu = new Map<MenuId, MenuView>();
  let allActions: readonly ResolvedAction[] = Object.freeze([]);

  function evaluate(action: CompiledAction, context: Context): ResolvedAction {
    const { action: evaluated } = isConstant(action)
      ? evaluateConstant(action)
      : viewOfAction(action)(context);
    return evaluated;
  }

  function viewOfAction(action: CompiledAction): ActionView {
    const view = viewByAction.get(action) ?? createActionView(action);
    viewByAction.set(action, view);
    return view;
  }

  /** The same view as long as the item means the same actions, whatever else comes and goes. */
  function viewOfItem(linked: CatalogueItem): ItemView {
    const { item, action, alt } = linked;
    const known = viewByItem.get(item);
    if (known?.linked.action === action && known.linked.alt === alt) return known.view;
    const view = createItemView(item, viewOfAction(action), alt && viewOfAction(alt));
    viewByItem.set(item, { linked, view });
    return view;
  }

  function evaluateItem(item: CatalogueItem, context: Context): ResolvedMenuItem {
    return isConstantItem(item) ? resolveConstant(item) : viewOfItem(item)(context);
  }

  return {
    item: evaluateItem,
    action: evaluate,
    menu(id, includeInactive, catalogue, context) {
      const menu = catalogue.menu(id);
      if (menu === undefined) return emptyMenu;
      const view = viewByMenu.get(id) ?? createMenuView(viewOfItem);
      viewByMenu.set(id, view);
      const { all, active } = view.read(menu, context);
      return includeInactive ? all : active;
    },
    *prepare(id, catalogue, context) {
      const menu = catalogue.menu(id);
      if (menu === undefined || viewByMenu.get(id)?.hasRead(menu) === true) return;
      for (const [place, item] of menu.items.entries()) {
        if (place % itemsPerStep === 0) yield;
        evaluateItem(item, context);
      }
    },
    actions({ actionById }, context) {
      const fresh = Array.from(actionById.values(), (action) => evaluate(action, context));
      if (!isSameList(fresh, allActions)) allActions = Object.freeze(fresh);
      return allActions;
    },
  };
}
