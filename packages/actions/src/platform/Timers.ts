/** Timers as a port, so that tests need not wait. Delays are milliseconds. */
export interface Timers {
  /** Calls `callback` once after `delay` milliseconds, unless the returned function is called. */
  schedule(callback: () => void, delay: number): () => void;
}
