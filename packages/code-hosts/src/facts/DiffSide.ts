/** One side of a diff. */
export interface DiffSide {
  /** A commit ID, or the name of a ref. */
  readonly revision: string;
  /** The file's path on this side: it differs between the sides of a renamed file. */
  readonly path: string;
}
