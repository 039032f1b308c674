/** What the receiver of a ping answered. */
export interface PingAnswer {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The status, or 0 when there was no answer. */
  readonly status: number;
  /**
   * The beginning of what it said, if that was text; without an answer, why there was none, by a code. Empty also where it
   * was noted before answers were kept.
   */
  readonly text: string;
}

/** A ping as it was made: it is never made again, whatever arrives later. */
export interface StoredPing {
  /** The very bytes, as text. */
  readonly body: string;
  /** Of the last attempt; absent before the first. */
  readonly answer?: PingAnswer;
}
