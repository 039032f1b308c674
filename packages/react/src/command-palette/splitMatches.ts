/** A piece of a text, and whether it matched. */
export interface TextPiece {
  readonly text: string;
  readonly matched: boolean;
}

/** Splits a text into pieces that matched and pieces that did not, in order. */
export function splitMatches(text: string, matches: readonly number[]): readonly TextPiece[] {
  const matched = new Set(matches);
  const pieces: { text: string; matched: boolean }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const last = pieces.at(-1);
    const isMatch = matched.has(index);
    if (last?.matched === isMatch) last.text += text.charAt(index);
    else pieces.push({ text: text.charAt(index), matched: isMatch });
  }
  return pieces;
}
