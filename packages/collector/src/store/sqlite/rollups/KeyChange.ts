import type { Counts } from "../../rollups/countBlock.ts";

/** What one key of a dimension gets of one day. */
export interface KeyChange extends Counts {
  /** Unordered; somebody may be in it more than once. */
  readonly people: number[];
}

/** What a dimension gets of one day, by key. */
export type KeyChanges = Map<number, KeyChange>;
