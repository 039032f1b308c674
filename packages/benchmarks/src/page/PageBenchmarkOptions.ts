/** What a run of the benchmark of the analytics page does. */
export interface PageBenchmarkOptions {
  /** How many events the database holds. */
  readonly events: number;
  /** How often each view is opened in each state of the collector. */
  readonly rounds: number;
  /** Where the database is kept for the next run; a folder that is removed afterwards when absent. */
  readonly folder?: string | undefined;
}
