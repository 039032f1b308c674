import type { RowSection } from "../rows/RowList.ts";
import type { ActionCatalog } from "./ActionCatalog.ts";
import { actionSection } from "./actionSection.ts";

/** What a list of actions without a query begins with. */
export interface BrowseOptions {
  /** IDs of the actions that come first. */
  readonly pins: readonly string[];
  /** IDs of the actions run lately, latest first. */
  readonly recents: readonly string[];
  /** The person's names by ID of the action, to show. */
  readonly aliasById: ReadonlyMap<string, string>;
  readonly headings: {
    readonly pinned: string;
    readonly recent: string;
    readonly other: string;
  };
}

/** How many recents are listed. */
const mostRecents = 5;

/**
 * The list without a query: what is pinned, what was run lately, then the actions by category, those
 * without one last. An action is listed once.
 */
export function browseActions(
  catalog: ActionCatalog,
  { pins, recents, aliasById, headings }: BrowseOptions,
): readonly RowSection[] {
  const pinned = numbersOf(catalog, pins);
  const recent = numbersOf(catalog, recents)
    .filter((number) => !pinned.includes(number))
    .slice(0, mostRecents);
  const listed = new Set([...pinned, ...recent]);
  const sections = [
    actionSection(catalog, { heading: headings.pinned, numbers: pinned, aliasById }),
    actionSection(catalog, { heading: headings.recent, numbers: recent, aliasById }),
  ];
  // One heading over everything tells nobody anything.
  const isPlain = catalog.groups.size === 1 && listed.size === 0;
  for (const [category, group] of catalog.groups) {
    const numbers = withoutListed(catalog, group, listed);
    const heading = category === "" ? (isPlain ? "" : headings.other) : category;
    const section = { heading, numbers, grouped: category !== "", aliasById };
    sections.push(actionSection(catalog, section));
  }
  return sections;
}

function numbersOf({ numberById }: ActionCatalog, ids: readonly string[]): readonly number[] {
  return [...new Set(ids)].flatMap((id) => numberById.get(id) ?? []);
}

/** Most groups have none of the few that are listed above, and are not gone through. */
function withoutListed(
  { items }: ActionCatalog,
  group: readonly number[],
  listed: ReadonlySet<number>,
): readonly number[] {
  const category = items[group[0] ?? -1]?.action.category ?? "";
  const isConcerned = [...listed].some(
    (number) => (items[number]?.action.category ?? "") === category,
  );
  return isConcerned ? group.filter((number) => !listed.has(number)) : group;
}
