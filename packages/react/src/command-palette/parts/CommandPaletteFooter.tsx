import type { ReactElement, ReactNode } from "react";
import { isReachedByAlt } from "../../action-item/altHint.ts";
import { useActions } from "../../actions-provider/useActions.ts";
import { useOpenPalette } from "../PaletteContext.ts";
import { hasOptions } from "../personal/useRowOptions.ts";

/**
 * What the keys of a palette do, the alternative of the selected row, and the button for its options.
 * Renders a `<div>`; what a person cannot see is not repeated to them, except for the alternative.
 * Records nothing.
 */
export function CommandPaletteFooter({ children }: CommandPaletteFooterProps): ReactElement {
  const { messages, platform } = useActions().actions;
  const { state, openOptions, focusInput } = useOpenPalette("Footer");
  const selected = state.rows.option(state.selected);
  const target = selected?.target;
  const { action, alt } = target?.kind === "action" ? target.item : {};
  const hasAlt = alt !== undefined && !alt.disabled && alt.kind !== "noop" && !action?.disabled;
  const byAlt = hasAlt && action !== undefined && isReachedByAlt(action.kind, alt.kind);
  const altKeys = byAlt ? messages.altEnter : messages.modifierEnter;
  const hasPages = state.crumbs.length > 0;
  return (
    <div className="at-palette-footer">
      {children}
      <span className="at-hint">
        <kbd className="at-key">↑</kbd>
        <kbd className="at-key">↓</kbd>
        {messages.footerSelect}
      </span>
      <span className="at-hint">
        <kbd className="at-key">↵</kbd>
        {messages.footerRun}
      </span>
      {selected !== undefined && hasOptions(selected) && (
        <button
          type="button"
          className="at-hint at-palette-options"
          aria-keyshortcuts={platform === "mac" ? "Meta+." : "Control+."}
          onClick={() => {
            focusInput();
            openOptions(selected);
          }}
        >
          <kbd className="at-key" aria-hidden>
            {messages.rowOptionsKeys(platform)}
          </kbd>
          {messages.rowOptions}
        </button>
      )}
      {hasAlt ? (
        <span className="at-hint" data-kind="alt">
          <kbd className="at-key">{altKeys(platform)}</kbd>
          {alt.title}
        </span>
      ) : (
        <span className="at-hint" data-kind="close">
          <kbd className="at-key">Esc</kbd>
          {hasPages ? messages.footerBack : messages.footerClose}
        </span>
      )}
    </div>
  );
}

/** The props of {@link CommandPaletteFooter}. */
export interface CommandPaletteFooterProps {
  /** Shown before the keys. */
  readonly children?: ReactNode;
}
