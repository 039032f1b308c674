import type { ReactElement } from "react";
import { Glyph } from "../icon/Glyph.tsx";
import { useMessages } from "../messages/useMessages.ts";
import { hasContent, type HoverState } from "./HoverState.ts";

/**
 * What a hover says: the content, that it loads, or what went wrong.
 * Renders a `<div>`; nothing without content.
 * Records nothing.
 */
export function HoverBody({ state, onRetry }: HoverBodyProps): ReactElement | null {
  const messages = useMessages();
  if (state.kind === "ready") {
    if (!hasContent(state)) return null;
    return (
      <div className="at-hover-body" data-part="content">
        {state.content}
      </div>
    );
  }
  if (state.kind === "loading") {
    return (
      <div className="at-hover-body at-hover-note" role="status">
        <span className="at-spinner" aria-hidden="true" />
        {messages.hoverLoading}
      </div>
    );
  }
  return (
    <div className="at-hover-body at-hover-note">
      <Glyph name="warning" className="at-icon at-failure" />
      <span className="at-hover-message" role="alert">
        {state.message}
      </span>
      {onRetry && (
        <button
          type="button"
          className="at-item at-hover-retry"
          data-variant="default"
          onClick={onRetry}
        >
          {messages.retry}
        </button>
      )}
    </div>
  );
}

/** The props of {@link HoverBody}. */
export interface HoverBodyProps {
  readonly state: HoverState;
  readonly onRetry: (() => void) | undefined;
}
