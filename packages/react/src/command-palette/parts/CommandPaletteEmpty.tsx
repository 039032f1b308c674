import type { ReactElement, ReactNode } from "react";
import { useActions } from "../../actions-provider/useActions.ts";
import { useOpenPalette } from "../PaletteContext.ts";

/**
 * What a palette shows when nothing matches, when there is nothing to match, or when a page could
 * not find its rows.
 * Renders a `<div>`, or nothing where there is a row.
 * Records nothing.
 */
export function CommandPaletteEmpty({ children }: CommandPaletteEmptyProps): ReactElement | null {
  const { messages } = useActions().actions;
  const { state, session, focusInput } = useOpenPalette("Empty");
  const { rows, status, query, title } = state;
  if (status === "failed") {
    return (
      <div className="at-palette-empty">
        <div className="at-palette-empty-title">{messages.pageFailed(title ?? "")}</div>
        <button
          type="button"
          className="at-palette-retry"
          onClick={() => {
            focusInput();
            session.reload();
          }}
        >
          {messages.retry}
        </button>
      </div>
    );
  }
  if (rows.count > 0 || status !== "ready") return null;
  if (children !== undefined) return <div className="at-palette-empty">{children}</div>;
  const nothing = title === undefined ? messages.noActions : messages.nothingYet;
  return (
    <div className="at-palette-empty">
      <div className="at-palette-empty-title">
        {query === "" ? nothing : messages.noMatches(query)}
      </div>
      {query !== "" && <div>{messages.noMatchesHint}</div>}
    </div>
  );
}

/** The props of {@link CommandPaletteEmpty}. */
export interface CommandPaletteEmptyProps {
  /** Shown when nothing matches. @default a sentence that says so */
  readonly children?: ReactNode;
}
