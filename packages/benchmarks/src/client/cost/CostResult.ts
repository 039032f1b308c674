/** What a record call costs the main thread. Times are in microseconds. */
export interface CostResult {
  readonly peer: string;
  /** Of a call, over groups of calls. */
  readonly median: number;
  readonly p95: number;
  /** The median of pushing a `structuredClone` of an event to an array, in the same page. */
  readonly pushMedian: number;
  /** All of the main thread's work an event, sending included, where events come one by one. */
  readonly mainThread: number;
}
