/** One commit that changed a file. */
export interface HistoryEntry {
  /** The full commit. */
  readonly id: string;
  readonly author: string;
  /** When it was written, ISO 8601. */
  readonly time: string;
  readonly subject: string;
  /** The file's path after this commit. */
  readonly path: string;
  /** The file's path before, when this commit moved it. */
  readonly movedFrom?: string;
  /** Whether the file is there after this commit; a commit that removed it has nothing to show. */
  readonly exists: boolean;
}

/** What `GET /.api/code/history` answers: newest first, following renames. */
export interface HistoryAnswer {
  readonly entries: readonly HistoryEntry[];
  /** Whether there are older ones than these. */
  readonly more: boolean;
}
