/** The checkout a working tree belongs to. */
export interface CheckoutFacts {
  /** The commit that HEAD names, in full; absent before the first commit. */
  readonly commit?: string;
  /** The branch that HEAD names; absent when HEAD is detached. */
  readonly branch?: string;
}

/** What `GET /.api/code/repository` answers: the folder being served. */
export interface RepositoryAnswer {
  /** The folder's own name, never its place on the disk. */
  readonly name: string;
  /** Absent when there is no history to show; `withoutHistory` then says why. */
  readonly checkout?: CheckoutFacts;
  /** A sentence for the person, present exactly when `checkout` is absent. */
  readonly withoutHistory?: string;
}
