import type { Text } from "@codemirror/state";

/** A word of the code. */
export interface CodeToken {
  /** Offsets in the document; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const wordBefore = /[\p{L}\p{N}_$]*$/u;
const wordAfter = /^[\p{L}\p{N}_$]*/u;
const maxReach = 200;

/** The word that an offset is in or touches; `undefined` where there is none. */
export function tokenAt(doc: Text, offset: number): CodeToken | undefined {
  const line = doc.lineAt(offset);
  const column = offset - line.from;
  const before =
    wordBefore.exec(line.text.slice(Math.max(0, column - maxReach), column))?.[0] ?? "";
  const after = wordAfter.exec(line.text.slice(column, column + maxReach))?.[0] ?? "";
  const text = before + after;
  return text === "" || /^\d/u.test(text)
    ? undefined
    : { from: offset - before.length, to: offset + after.length, text };
}
