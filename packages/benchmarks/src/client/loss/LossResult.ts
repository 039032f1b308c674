/** What became of the events of one trial. */
export interface LossResult {
  readonly peer: string;
  readonly scenario: string;
  /** How many were asked for; the label of the column. */
  readonly count: number;
  /** How many were recorded in all tabs together. */
  readonly recorded: number;
  /** Different events that the instance had acknowledged before the page was opened again. */
  readonly atOnce: number;
  /** The same at the end. */
  readonly inTheEnd: number;
  /** Deliveries beyond the first of an event, acknowledged ones. */
  readonly duplicatesOnTheWire: number;
  /** Events that the instance keeps more than once, counted as often as that. */
  readonly duplicatesStored: number;
  /** Milliseconds from the end of the disturbance to the last arrival before the page was opened again. */
  readonly lastArrivalMs?: number | undefined;
  /** Why there is no result. */
  readonly failure?: string | undefined;
}
