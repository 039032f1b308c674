import type { Icon, Keybinding, ResolvedMenuItem } from "@action-telemetry/actions";
import type { TextRange } from "../../search/highlightDocument.ts";
import type { PaletteItem } from "../pages/PalettePage.ts";

/** What choosing a row does. */
export type RowTarget =
  /** Runs an action of the menu. */
  | { readonly kind: "action"; readonly item: ResolvedMenuItem }
  /** Whatever the item of a page says. */
  | { readonly kind: "item"; readonly item: PaletteItem }
  /** Puts the prefix of a mode into the text field. */
  | { readonly kind: "mode"; readonly prefix: string };

/** A row that can be chosen. */
export interface PaletteOption {
  readonly kind: "option";
  /** Unique in the list. */
  readonly key: string;
  /** Its place among the options, counted from 0. */
  readonly index: number;
  readonly target: RowTarget;
  readonly title: string;
  readonly category?: string | undefined;
  /** Whether its category is said by the heading above it. */
  readonly grouped: boolean;
  readonly description?: string | undefined;
  /** The name that the person gave it. */
  readonly alias?: string | undefined;
  readonly icon?: Icon | undefined;
  readonly keybinding?: Keybinding | undefined;
  /** Whether it leads away from the application. */
  readonly external: boolean;
  /** Present when it cannot be chosen now: why. */
  readonly disabledReason?: string | undefined;
  readonly titleMatches: readonly TextRange[];
  readonly categoryMatches: readonly TextRange[];
}

/** A heading in the list. */
export interface PaletteHeading {
  readonly kind: "heading";
  readonly key: string;
  readonly text: string;
}

/** What the list of a palette is made of. */
export type PaletteRow = PaletteOption | PaletteHeading;
