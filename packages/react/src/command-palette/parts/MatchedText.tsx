import type { ReactElement } from "react";
import type { TextRange } from "../../search/highlightDocument.ts";
import { splitMatches } from "./splitMatches.ts";

/**
 * A text with the characters that matched.
 * Renders text, and a `<mark>` a match.
 * Records nothing.
 */
export function MatchedText({ text, matches }: MatchedTextProps): ReactElement {
  if (matches.length === 0) return <>{text}</>;
  return (
    <>
      {splitMatches(text, matches).map((piece, index) =>
        piece.matched ? (
          <mark key={index} className="at-match">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}

/** The props of {@link MatchedText}. */
export interface MatchedTextProps {
  readonly text: string;
  /** What matched, in order. */
  readonly matches: readonly TextRange[];
}
