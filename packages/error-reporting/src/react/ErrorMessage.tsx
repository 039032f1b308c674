import { useState, type ReactElement } from "react";
import { isChunkLoadError } from "../report/isExpected.ts";
import { englishTexts, type ErrorTexts } from "./ErrorTexts.ts";
import { describeError } from "./describeError.ts";

/**
 * Tells the person that a part of the page has failed: what they can do, and, on demand, what was thrown. Styled by
 * `styles.css`. Renders a `<section>` with the role `alert`.
 */
export function ErrorMessage(props: ErrorMessageProps): ReactElement {
  const { error, onReset, onReload = reloadPage, texts = englishTexts } = props;
  const [isOpen, setOpen] = useState(false);
  const isChunk = isChunkLoadError(error);
  return (
    <section className="at-error" role="alert" data-kind={isChunk ? "chunk" : "error"}>
      <h2 className="at-error-title">{isChunk ? texts.chunkTitle : texts.title}</h2>
      <p className="at-error-text">{isChunk ? texts.chunkMessage : texts.message}</p>
      <div className="at-error-buttons">
        {!isChunk && onReset && (
          <button type="button" className="at-error-button" data-kind="primary" onClick={onReset}>
            {texts.tryAgain}
          </button>
        )}
        <button
          type="button"
          className="at-error-button"
          data-kind={isChunk ? "primary" : undefined}
          onClick={onReload}
        >
          {texts.reload}
        </button>
      </div>
      <details className="at-error-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.details}</summary>
        {isOpen && (
          <>
            <pre tabIndex={0} aria-label={texts.details}>
              {describeError(error)}
            </pre>
            <p>{texts.local}</p>
          </>
        )}
      </details>
    </section>
  );
}

/** The props of {@link ErrorMessage}. */
export interface ErrorMessageProps {
  /** What was thrown. It is shown to the person and goes nowhere. */
  readonly error: unknown;
  /** Renders the failed part again. Absent: no such button. */
  readonly onReset?: (() => void) | undefined;
  /** @default reloads the page */
  readonly onReload?: (() => void) | undefined;
  /** Pass the same object on every render. @default English */
  readonly texts?: ErrorTexts | undefined;
}

function reloadPage(): void {
  globalThis.location.reload();
}
