import type { SourceRange } from "./SourceRange.ts";

/** A place in a file of the repository. */
export interface CodeLocation {
  readonly path: string;
  readonly range: SourceRange;
  /** The whole line the range begins on, shortened when very long. */
  readonly lineText: string;
}

/** What `GET /.api/code/definition` and `…/references` answer. */
export interface LocationsAnswer {
  /** Grouped by file, in line order. */
  readonly locations: readonly CodeLocation[];
  /** How many are in files outside the repository, which are not shown. */
  readonly outside: number;
  /** How many more there are than `locations` holds. */
  readonly omitted: number;
}
