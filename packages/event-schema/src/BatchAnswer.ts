/** One event of a batch that was refused, by its index in `events`, and why. */
export interface RejectedEvent {
  readonly index: number;
  readonly reason: string;
}

/** The instance's answer to a batch (status 200): what has been committed, and what never will be. */
export interface BatchAnswer {
  /** Events stored now. */
  readonly accepted: number;
  /** Events whose ID was stored already. */
  readonly duplicates: number;
  /** Events that were refused; sending them again cannot help. */
  readonly rejected: readonly RejectedEvent[];
}
