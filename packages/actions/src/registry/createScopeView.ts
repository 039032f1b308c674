import type { MenuId } from "../action/MenuId.ts";
import type { Context } from "../context/Context.ts";
import { isDeepEqual } from "../context/isDeepEqual.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import { createItemView } from "../menu/createItemView.ts";
import { createMenuView } from "../menu/createMenuView.ts";
import { isSameList } from "../menu/isSameList.ts";
import type { ResolvedMenuItem } from "../menu/ResolvedMenuItem.ts";
import type { Catalogue, CatalogueItem } from "./Catalogue.ts";
import type { CompiledAction, EvaluatedAction } from "./CompiledAction.ts";
import { createMemo } from "./createMemo.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

/** The catalogue as one context store sees it. Everything unchanged keeps its identity. */
export interface ScopeView {
  readonly menu: (
    menu: MenuId,
    includeInactive: boolean,
    catalogue: Catalogue,
    context: Context,
  ) => readonly ResolvedMenuItem[];
  readonly item: (item: CatalogueItem, context: Context) => ResolvedMenuItem;
  readonly action: (action: CompiledAction, context: Context) => ResolvedAction;
  readonly actions: (catalogue: Catalogue, context: Context) => readonly ResolvedAction[];
}

const emptyMenu: readonly ResolvedMenuItem[] = Object.freeze([]);

/** Makes the view of one context store, which fills as it is asked. */
export function createScopeView(): ScopeView {
  let allActions: readonly ResolvedAction[] = Object.freeze([]);

  const viewOfAction = createCache((action: CompiledAction) =>
    createMemo(action, action.evaluate, isDeepEqual),
  );
  const viewOfItem = createCache((item: CompiledMenuItem) => createItemView(item));
  const menuViewById = new Map<MenuId, ReturnType<typeof createMenuView>>();

  function evaluateItem({ item, action, alt }: CatalogueItem, context: Context): ResolvedMenuItem {
    const evaluatedAlt: EvaluatedAction | undefined = alt && viewOfAction(alt)(context);
    return viewOfItem(item)(context, viewOfAction(action)(context), evaluatedAlt);
  }

  return {
    item: evaluateItem,
    action: (action, context) => viewOfAction(action)(context).action,
    menu(id, includeInactive, catalogue, context) {
      const menu = catalogue.menuById.get(id);
      if (menu === undefined) return emptyMenu;
      const view = menuViewById.get(id) ?? createMenuView(evaluateItem);
      menuViewById.set(id, view);
      const { all, active } = view(menu, context);
      return includeInactive ? all : active;
    },
    actions({ actionById }, context) {
      const fresh = [...actionById.values()].map((action) => viewOfAction(action)(context).action);
      if (!isSameList(fresh, allActions)) allActions = Object.freeze(fresh);
      return allActions;
    },
  };
}

/** Makes a value for each key when it is first asked for, and keeps it as long as the key. */
function createCache<Key extends object, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const valueByKey = new WeakMap<Key, Value>();
  return (key) => {
    const known = valueByKey.get(key);
    if (known !== undefined) return known;
    const value = create(key);
    valueByKey.set(key, value);
    return value;
  };
}
