/** The IDs of the actions that were run lately from a palette. */
export interface RecentsStore {
  /** Latest first, each once: the same array while unchanged. */
  getSnapshot(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Puts an ID first. */
  add(actionId: string): void;
  clear(): void;
  /**
   * How much each action is preferred, from 0 to 1, by how recently and how often it was run.
   *
   * @default by how recently, as `getSnapshot` tells
   */
  readonly getLifts?: () => ReadonlyMap<string, number>;
}

/** How much the actions of a store are preferred. */
export function liftsOf(recents: RecentsStore): ReadonlyMap<string, number> {
  if (recents.getLifts !== undefined) return recents.getLifts();
  return new Map(recents.getSnapshot().map((id, place) => [id, recencyOf(place)]));
}

/** How much an action is preferred that was run so many executions ago. */
export function recencyOf(place: number): number {
  return 0.5 * 0.9 ** place;
}
