import type { RefObject } from "react";
import type { PaletteOption } from "./rows/PaletteRow.ts";
import type { RunStore } from "./running/createRunStore.ts";
import type { ChooseOption } from "./running/useChooseOption.ts";
import type { PaletteSession } from "./session/PaletteSession.ts";

/** What the parts of an open palette share. */
export interface OpenPalette {
  /** The ID of the dialog. */
  readonly id: string;
  readonly session: PaletteSession;
  readonly runs: RunStore;
  readonly choose: ChooseOption;
  /** Opens the options of a row: on rows that are no actions there are none. */
  readonly openOptions: (option: PaletteOption) => void;
  /** Puts the focus into the text field: no key works without it. */
  readonly focusInput: () => void;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The ID of the element of a list. */
export function listId(palette: Pick<OpenPalette, "id">): string {
  return `${palette.id}list`;
}

/** The ID of the element of an option. */
export function optionId(palette: Pick<OpenPalette, "id">, key: string): string {
  return `${palette.id}option:${key}`;
}
