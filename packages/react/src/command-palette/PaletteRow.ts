import type { ResolvedMenuItem } from "@action-telemetry/actions";
import type { TextRange } from "../search/highlightDocument.ts";

/** An action in the list, and which of its characters matched. */
export interface PaletteOption {
  readonly kind: "option";
  /** Unique in the list. */
  readonly key: string;
  readonly item: ResolvedMenuItem;
  /** Its place among the options, counted from 0. */
  readonly index: number;
  /** What matched of the title. */
  readonly titleMatches: readonly TextRange[];
  /** What matched of the category. */
  readonly categoryMatches: readonly TextRange[];
  /** Whether its category is said by the heading above it. */
  readonly grouped: boolean;
}

/** A heading in the list. */
export interface PaletteHeading {
  readonly kind: "heading";
  readonly key: string;
  readonly text: string;
}

/** What the list of a palette is made of. */
export type PaletteRow = PaletteOption | PaletteHeading;

/** Whether a row can be selected. */
export function isOption(row: PaletteRow): row is PaletteOption {
  return row.kind === "option";
}
