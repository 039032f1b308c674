import type { Context } from "../context/Context.ts";
import type { CatalogueItem, CatalogueMenu } from "../registry/Catalogue.ts";
import { findAffected } from "./indexDependents.ts";
import { isSameList } from "./isSameList.ts";
import type { ResolvedMenuItem } from "./ResolvedMenuItem.ts";

/** A menu in one context; identical lists while unchanged. */
export interface MenuSnapshot {
  readonly all: readonly ResolvedMenuItem[];
  /** Those of `all` whose condition holds. */
  readonly active: readonly ResolvedMenuItem[];
}

type EvaluateItem = (item: CatalogueItem, context: Context) => ResolvedMenuItem;

/** Makes the view of one menu, which evaluates only the items that a change can have affected. */
export function createMenuView(
  evaluate: EvaluateItem,
): (menu: CatalogueMenu, context: Context) => MenuSnapshot {
  let latest: (MenuSnapshot & { menu: CatalogueMenu; context: Context }) | undefined;
  return (menu, context) => {
    if (latest?.menu === menu && latest.context === context) return latest;
    const all =
      latest?.menu === menu
        ? evaluateAffected(menu, latest.all, latest.context, context, evaluate)
        : menu.items.map((item) => evaluate(item, context));
    if (latest !== undefined && isSameList(all, latest.all)) {
      latest = { ...latest, menu, context };
    } else {
      const active = all.filter((item) => item.active);
      const isSame = latest !== undefined && isSameList(active, latest.active);
      latest = {
        menu,
        context,
        all: Object.freeze(all),
        active: isSame && latest !== undefined ? latest.active : Object.freeze(active),
      };
    }
    return latest;
  };
}

function evaluateAffected(
  menu: CatalogueMenu,
  previous: readonly ResolvedMenuItem[],
  before: Context,
  now: Context,
  evaluate: EvaluateItem,
): readonly ResolvedMenuItem[] {
  const affected = findAffected(menu.dependents, before, now);
  if (affected.size === 0) return previous;
  const items = [...previous];
  for (const index of affected) {
    const item = menu.items[index];
    if (item !== undefined) items[index] = evaluate(item, now);
  }
  return items;
}
