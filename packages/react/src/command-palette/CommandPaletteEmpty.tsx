import type { ReactElement } from "react";
import { useActions } from "../actions-provider/useActions.ts";

/**
 * What a palette shows when nothing matches, or when there is nothing to match.
 * Renders a `<div>`.
 * Records nothing.
 */
export function CommandPaletteEmpty({ query }: CommandPaletteEmptyProps): ReactElement {
  const { messages } = useActions().actions;
  const words = query.trim();
  return (
    <div className="at-palette-empty">
      <div className="at-palette-empty-title">
        {words === "" ? messages.noActions : messages.noMatches(words)}
      </div>
      {words !== "" && <div>{messages.noMatchesHint}</div>}
    </div>
  );
}

/** The props of {@link CommandPaletteEmpty}. */
export interface CommandPaletteEmptyProps {
  readonly query: string;
}
