/** What the instance knows of the word at a position. */
export interface Hover {
  /** Markdown of unknown origin; never empty. */
  readonly markdown: string;
}

/** A range of code at the instance. Lines and characters are counted from 0. */
export interface CodeLocation {
  readonly repository: string;
  readonly revision: string;
  readonly path: string;
  readonly line: number;
  readonly character: number;
  readonly endLine?: number;
  readonly endCharacter?: number;
}

/** Where something is defined or used, in the instance's order; may be empty. */
export interface CodeLocations {
  readonly locations: readonly CodeLocation[];
}

/** What the instance knows of a repository. */
export interface RepositoryInfo {
  /** Whether the instance has it, and the person may see it. */
  readonly exists: boolean;
  /** `unknown` for a repository that the instance does not have. */
  readonly visibility: "public" | "private" | "unknown";
}
