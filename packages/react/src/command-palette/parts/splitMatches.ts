import type { TextRange } from "../../search/highlightDocument.ts";

/** A piece of a text, and whether it matched. */
export interface TextPiece {
  readonly text: string;
  readonly matched: boolean;
}

/** Splits a text into pieces that matched and pieces that did not, in order. */
export function splitMatches(text: string, matches: readonly TextRange[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let last = 0;
  const push = (end: number, matched: boolean) => {
    if (end > last) pieces.push({ text: text.slice(last, end), matched });
    last = end;
  };
  for (const { start, end } of matches) {
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return pieces;
}
