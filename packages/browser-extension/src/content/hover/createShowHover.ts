import type { CommandHandler } from "@action-telemetry/actions";
import type { FoundToken } from "@action-telemetry/code-hosts";
import type { LazyPart } from "../parts/createLazyPart.ts";
import { notLoaded } from "../parts/notLoaded.ts";
import type { HoverController } from "./createHoverController.ts";

/** What {@link createShowHover} works with. */
export interface ShowHoverOptions {
  /** The word that holds the text cursor. */
  readonly find: () => FoundToken | undefined;
  readonly hover: Pick<HoverController, "open">;
  /** What cards are shown with. */
  readonly part: Pick<LazyPart<unknown>, "load">;
}

/** Makes the command that shows the card of the word that holds the text cursor. */
export function createShowHover({ find, hover, part }: ShowHoverOptions): CommandHandler {
  return async () => {
    if (!(await part.load())) throw new Error(notLoaded);
    const found = find();
    if (found === undefined || !hover.open(found))
      throw new Error("Put the text cursor into a word of the code, or select it, first.");
  };
}
