import type { PalettePage } from "../pages/PalettePage.ts";
import type { PalettePrompt } from "../pages/PalettePrompt.ts";
import type { SelectionMove } from "../rows/moveSelection.ts";
import type { PaletteOption } from "../rows/PaletteRow.ts";
import type { PaletteState } from "./PaletteState.ts";

/** An open palette: what is typed, listed and selected, and the pages that were opened. */
export interface PaletteSession {
  /** The same object while nothing changes. */
  getSnapshot(): PaletteState;
  subscribe(listener: () => void): () => void;
  type(text: string): void;
  /** From here on the list is frozen until something is typed: rows only come at its end. */
  select(index: number): void;
  move(move: SelectionMove, pageSize: number): void;
  /** The selected option, after what is still searched for has been found. */
  settle(): PaletteOption | undefined;
  open(page: PalettePage): void;
  /** Opens the pages of prompts one after another, then hands over the answers. */
  ask(prompts: readonly PalettePrompt[], onAnswered: (answers: readonly unknown[]) => void): void;
  /** Answers the prompt whose page is shown; nothing happens where none is. */
  answer(value: unknown): void;
  /** Goes back a page. Returns false when there is none to go back to. */
  back(): boolean;
  /** Goes back to the actions. */
  leavePages(): void;
  /** Finds the rows again, after a failure. */
  reload(): void;
  /** Lists actions again because something about them changed, unless the list is frozen. */
  refresh(): void;
  /** The text of the outermost list, to begin another session with. */
  readonly outerText: string;
  /** Follows the catalog from now on. Returns what stops that, and the finding of rows. */
  start(): () => void;
}
