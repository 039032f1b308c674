import { type Fields, isText, isWholeNumber } from "./readFields.ts";

/** A place in a file at one revision. */
export interface CodePosition {
  /** The repository, by the name the instance knows it by. 1 to 1024 characters. */
  readonly repository: string;
  /** A commit, branch or tag. 1 to 1024 characters. */
  readonly revision: string;
  /** From the repository's root. 1 to 4096 characters. */
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 code units from the beginning of the line, from 0. */
  readonly character: number;
}

/** Copies the place that a message names; `undefined` when it names none. */
export function readCodePosition(fields: Fields): CodePosition | undefined {
  const { repository, revision, path, line, character } = fields;
  const isSound =
    isText(repository, 1024) &&
    isText(revision, 1024) &&
    isText(path, 4096) &&
    isWholeNumber(line) &&
    isWholeNumber(character);
  return isSound ? { repository, revision, path, line, character } : undefined;
}
