/** A folder with what is in it. */
export interface FolderNode {
  readonly name: string;
  /** From the root, with `/` between names; empty for the root. */
  readonly path: string;
  /** In the order they are shown. */
  readonly folders: readonly FolderNode[];
  readonly files: readonly FileNode[];
}

/** A file, or a folder that is a repository of its own. */
export interface FileNode {
  readonly name: string;
  readonly path: string;
  readonly submodule: boolean;
}
