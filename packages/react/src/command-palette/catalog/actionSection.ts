import type { ResolvedMenuItem } from "@action-telemetry/actions";
import type { Highlights } from "../../search/highlightDocument.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { RowSection } from "../rows/RowList.ts";
import type { ActionCatalog } from "./ActionCatalog.ts";

/** Actions to be listed. */
export interface ActionSection {
  /** @default none */
  readonly heading?: string;
  readonly numbers: ArrayLike<number>;
  /** The person's names by ID of the action. @default none */
  readonly aliasById?: ReadonlyMap<string, string>;
  /** Whether the heading says their category. @default false */
  readonly grouped?: boolean;
  /** @default nothing is highlighted */
  readonly highlight?: (number: number) => Highlights;
}

const plain: Highlights = { title: [], category: [] };

/** The section of some actions of a catalog. */
export function actionSection(catalog: ActionCatalog, section: ActionSection): RowSection {
  const { heading = "", numbers, grouped = false, highlight, aliasById } = section;
  return {
    heading,
    count: numbers.length,
    option(place, index) {
      const number = numbers[place] ?? -1;
      const item = catalog.items[number];
      if (item === undefined) throw new RangeError("A section counts more actions than there are.");
      const alias = aliasById?.get(item.action.id);
      return { ...toOption(item, index, grouped, highlight?.(number) ?? plain), alias };
    },
  };
}

function toOption(
  item: ResolvedMenuItem,
  index: number,
  grouped: boolean,
  { title, category }: Highlights,
): PaletteOption {
  const { action } = item;
  return {
    kind: "option",
    key: item.key,
    index,
    target: { kind: "action", item },
    title: action.title,
    category: action.category,
    grouped,
    icon: action.icon,
    keybinding: action.keybindings[0],
    external: action.link?.external === true,
    disabledReason: action.disabled ? action.disabledReason : undefined,
    titleMatches: title,
    categoryMatches: category,
  };
}
