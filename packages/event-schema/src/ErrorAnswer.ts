/** The body of every answer with an error status. Carries nothing of the request. */
export interface ErrorAnswer {
  readonly error: {
    /** Stable and made for programs, such as `too-many-events`. */
    readonly code: string;
    /** Made for people: what is wrong and how to mend it. */
    readonly message: string;
  };
}
