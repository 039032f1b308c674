/** The IDs of the actions that were run lately from a palette. */
export interface RecentsStore {
  /** Latest first: the same array while unchanged. */
  getSnapshot(): readonly string[];
  subscribe(listener: () => void): () => void;
  /** Puts an ID first. */
  add(actionId: string): void;
  clear(): void;
}
