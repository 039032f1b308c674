/** What `GET /.api/code/tree` answers: every file, as paths from the root with `/` between names. */
export interface TreeAnswer {
  /** Sorted by path, by code unit. */
  readonly files: readonly string[];
  /** Folders that are repositories of their own; their files are not listed. */
  readonly submodules: readonly string[];
  /** The full commit the tree was read at; absent for the working tree. */
  readonly commit?: string;
  /** How many files were left out because there are too many to list; 0 as a rule. */
  readonly omitted: number;
}
