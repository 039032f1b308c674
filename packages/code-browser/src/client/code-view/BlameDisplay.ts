import type { BlameAnswer, BlameCommit } from "../../api/BlameAnswer.ts";

/** Which blame is shown: of every line, of the selected ones, or none. */
export type BlameMode = "none" | "line" | "file";

/** Blame to show beside the code. */
export interface BlameDisplay {
  readonly mode: Exclude<BlameMode, "none">;
  readonly answer: BlameAnswer;
  /** The moment ages are told from, in milliseconds since 1970. */
  readonly now: number;
}

/** The commit that last changed a line, and whether the line is the first of its stretch. */
export interface LineBlame {
  readonly commit: BlameCommit;
  readonly first: boolean;
}

/** Finds the blame of a line, counted from 1, in the logarithm of the number of stretches. */
export function blameOfLine(answer: BlameAnswer, line: number): LineBlame | undefined {
  let low = 0;
  let high = answer.ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = answer.ranges[middle];
    if (range === undefined) {
      return undefined;
    }
    if (line < range.line) {
      high = middle - 1;
    } else if (line >= range.line + range.count) {
      low = middle + 1;
    } else {
      const commit = answer.commits[range.commit];
      return commit === undefined ? undefined : { commit, first: line === range.line };
    }
  }
  return undefined;
}
