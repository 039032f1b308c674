import type { KeyPress } from "./KeyPress.ts";

/**
 * What a key press means: nothing; the beginning of a chord; a binding, with the actions bound to
 * it (more than one when bindings conflict: run the first that is enabled); or the repetition of a
 * held key that has a binding, which runs nothing. Except for `none`, the key is used up, so the
 * default action of the event is to be prevented.
 */
export type KeybindingMatch =
  | { readonly kind: "none" }
  | { readonly kind: "pending" }
  | { readonly kind: "held" }
  | { readonly kind: "matched"; readonly actionIds: readonly string[] };

/** Turns key presses into actions. */
export interface KeybindingMatcher {
  /** Feeds one key press. */
  readonly press: (press: KeyPress) => KeybindingMatch;
  /** Forgets a chord that was begun, for example when the window loses focus. */
  readonly reset: () => void;
}
