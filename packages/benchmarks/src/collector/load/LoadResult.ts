/** What a run of the load generator found. */
export interface LoadResult {
  readonly requests: number;
  readonly events: number;
  /** Answers other than 200. */
  readonly failures: number;
  /** From the first request to the last answer, in milliseconds. */
  readonly duration: number;
  /** From a request to its answer, in milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** Of the generator itself, in milliseconds. */
  readonly processorTime: number;
}

/** What the load generator is told on its command line. */
export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly size: number;
  /** In all, over all connections. */
  readonly events: number;
  readonly seed: number;
}
