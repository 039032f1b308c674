/** Counts of one thing in a ping. */
export interface PingCell {
  /** A public name, or `other`. */
  readonly key: string;
  /** Distinct users, at least `floor`, rounded to two digits. */
  readonly users: number;
  /** Executions, rounded to two digits. */
  readonly executions: number;
}

/**
 * The aggregate that may leave an instance: these keys and no others. Whatever fewer than `floor` people
 * did is left out, and so is what could be computed from the rest.
 */
export interface Ping {
  readonly version: 1;
  /** Made for this ping alone, so that one that is sent again counts once. */
  readonly id: string;
  /** The Monday of the week, in UTC: `2026-11-16`. */
  readonly week: string;
  /** How many distinct users a number must stand for. */
  readonly floor: number;
  /** Of the whole week; null when there were too few. */
  readonly total: Omit<PingCell, "key"> | null;
  /** By action ID: builtin ones and those that the administrator permits. Sorted by key. */
  readonly actions: readonly PingCell[];
  /** By surface, sorted by key. */
  readonly surfaces: readonly PingCell[];
  /** By platform, sorted by key. */
  readonly platforms: readonly PingCell[];
}

/** The key of everything that may not be named. */
export const otherKey = "other";
