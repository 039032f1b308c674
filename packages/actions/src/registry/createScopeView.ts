import type { MenuId } from "../action/MenuId.ts";
import type { Context } from "../context/Context.ts";
import { isDeepEqual } from "../context/isDeepEqual.ts";
import type { CompiledMenuItem } from "../menu/CompiledMenuItem.ts";
import type { ResolvedMenuItem } from "../menu/ResolvedMenuItem.ts";
import { toMenuItem } from "../menu/toMenuItem.ts";
import type { Catalogue, CatalogueItem } from "./Catalogue.ts";
import type { CompiledAction, EvaluatedAction } from "./CompiledAction.ts";
import { createMemo } from "./createMemo.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

/** The catalogue as one context store sees it. Everything unchanged keeps its identity. */
export interface ScopeView {
  menu(
    menu: MenuId,
    includeInactive: boolean,
    catalogue: Catalogue,
    context: Context,
  ): readonly ResolvedMenuItem[];
  item(item: CatalogueItem, context: Context): ResolvedMenuItem;
  action(action: CompiledAction, context: Context): ResolvedAction;
  actions(catalogue: Catalogue, context: Context): readonly ResolvedAction[];
}

/** Makes the view of one context store, which fills as it is asked. */
export function createScopeView(): ScopeView {
  const memoByAction = new WeakMap<CompiledAction, (context: Context) => EvaluatedAction>();
  const memoByItem = new WeakMap<CompiledMenuItem, ItemMemo>();
  const listByName = new Map<string, ListMemo<unknown>>();

  function evaluateAction(action: CompiledAction, context: Context): EvaluatedAction {
    let memo = memoByAction.get(action);
    if (memo === undefined) {
      memo = createMemo(action, action.evaluate, isDeepEqual);
      memoByAction.set(action, memo);
    }
    return memo(context);
  }

  function item(entry: CatalogueItem, context: Context): ResolvedMenuItem {
    let memo = memoByItem.get(entry.item);
    if (memo === undefined) {
      memo = createItemMemo(entry.item);
      memoByItem.set(entry.item, memo);
    }
    const alt = entry.alt && evaluateAction(entry.alt, context);
    return memo(context, evaluateAction(entry.action, context), alt);
  }

  function list<Value>(
    name: string,
    catalogue: Catalogue,
    context: Context,
    compute: () => readonly Value[],
  ): readonly Value[] {
    const latest = listByName.get(name) as ListMemo<Value> | undefined;
    if (latest?.catalogue === catalogue && latest.context === context) return latest.values;
    const fresh = compute();
    const values =
      latest !== undefined && isSameList(latest.values, fresh)
        ? latest.values
        : Object.freeze(fresh);
    listByName.set(name, { catalogue, context, values });
    return values;
  }

  return {
    item,
    action: (action, context) => evaluateAction(action, context).action,
    menu: (menu, includeInactive, catalogue, context) =>
      list(`${menu} ${includeInactive}`, catalogue, context, () => {
        const entries = catalogue.itemsByMenu.get(menu) ?? [];
        const items = entries.map((entry) => item(entry, context));
        return includeInactive ? items : items.filter(({ active }) => active);
      }),
    actions: (catalogue, context) =>
      list("actions", catalogue, context, () =>
        [...catalogue.actionById.values()].map((action) => evaluateAction(action, context).action),
      ),
  };
}

interface ListMemo<Value> {
  readonly catalogue: Catalogue;
  readonly context: Context;
  readonly values: readonly Value[];
}

type ItemMemo = (
  context: Context,
  action: EvaluatedAction,
  alt: EvaluatedAction | undefined,
) => ResolvedMenuItem;

function createItemMemo(item: CompiledMenuItem): ItemMemo {
  const stateOf = createMemo(item, item.evaluate, isDeepEqual);
  let latest:
    | { readonly parts: readonly unknown[]; readonly resolved: ResolvedMenuItem }
    | undefined;
  return (context, action, alt) => {
    const state = stateOf(context);
    const parts = [state, action, alt];
    if (latest === undefined || !isSameList(latest.parts, parts)) {
      latest = { parts, resolved: toMenuItem(item, state, action, alt) };
    }
    return latest.resolved;
  };
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
