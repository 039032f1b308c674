/** One stroke of a keybinding: a key with the modifiers that must be down. */
export interface KeyStroke {
  /** A character (letters in lower case) or a key name of the web, for example `Enter` or `F1`. */
  readonly key: string;
  /** Command on a Mac, Control elsewhere. */
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** A parsed keybinding: one stroke (`Mod+K`), or several in a row, a chord (`g d`). */
export interface Keybinding {
  /** The binding in its canonical spelling: equal bindings have equal sources. */
  readonly source: string;
  /** At least one. */
  readonly strokes: readonly KeyStroke[];
}

/** The two families of keyboards: where `Mod` is Command, and where it is Control. */
export type KeyboardPlatform = "mac" | "other";
