import { foldText } from "../../search/foldText.ts";
import type { PaletteSettings } from "../PaletteSettings.ts";

/** What lists of actions take from the application and from the person. */
export interface PersonalListing {
  /** IDs of the actions that come first: the person's, then the application's. */
  readonly pins: readonly string[];
  /** IDs of actions by the names that were given them, folded. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The person's names by ID, to show. */
  readonly aliasById: ReadonlyMap<string, string>;
}

/** Puts together what a person and an application arranged; where they differ the person decides. */
export function listPersonal({
  preferences,
  pins,
  aliases,
}: Pick<PaletteSettings, "preferences" | "pins" | "aliases">): PersonalListing {
  const own = preferences.getSnapshot();
  const byAlias = [...own.aliases].map(([id, alias]) => [foldText(alias), id] as const);
  const given = Object.entries(aliases).map(([alias, id]) => [foldText(alias), id] as const);
  return {
    pins: [...own.pins, ...pins],
    aliases: new Map([...given, ...byAlias]),
    aliasById: own.aliases,
  };
}
