/** Time, injected so that tests can own it. All values are milliseconds. */
export interface Clock {
  /** The wall clock since 1970. May jump in either direction. */
  now(): number;
  /** Calls back once after a delay; returns the function that cancels it. */
  setTimer(callback: () => void, delay: number): () => void;
}
