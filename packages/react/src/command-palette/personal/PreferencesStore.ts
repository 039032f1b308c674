/** What a person arranged in a palette. */
export interface PalettePreferences {
  /** IDs of the actions that are listed first, in this order. */
  readonly pins: readonly string[];
  /** Names of the person's own by ID of the action; one each. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Keeps what a person arranged: IDs and aliases, and nothing else. None of it is ever logged. */
export interface PreferencesStore {
  /** The same object while nothing changed. */
  getSnapshot(): PalettePreferences;
  subscribe(listener: () => void): () => void;
  setPinned(actionId: string, isPinned: boolean): void;
  /**
   * Gives an action a name, in place of another one.
   *
   * @param alias - Taken from whatever action has it; `undefined` or empty: no name any more.
   */
  setAlias(actionId: string, alias: string | undefined): void;
  clear(): void;
}
