/** A commit that last changed at least one line. */
export interface BlameCommit {
  /** The full commit; absent for lines that are not committed yet. */
  readonly id?: string;
  readonly author: string;
  /** When it was written, ISO 8601 UTC. */
  readonly time: string;
  readonly subject: string;
}

/** Neighbouring lines that one commit last changed. */
export interface BlameRange {
  /** The first line, counted from 1. */
  readonly line: number;
  /** How many lines, at least 1. */
  readonly count: number;
  /** An index into `commits`. */
  readonly commit: number;
}

/** What `GET /.api/code/blame` answers: who last changed each line; ranges are in line order without gaps. */
export interface BlameAnswer {
  readonly commits: readonly BlameCommit[];
  readonly ranges: readonly BlameRange[];
}
