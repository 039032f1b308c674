/** What a keydown event says, as plain facts: the matcher knows no DOM. */
export interface KeyPress {
  /** `event.key` */
  readonly key: string;
  /** `event.code` */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  /** `event.getModifierState("AltGraph")`: Control and Alt then only make a character. */
  readonly altGraph?: boolean;
  /** `event.isComposing`, or `event.keyCode === 229`: an input method uses the key. */
  readonly isComposing: boolean;
  /** `event.repeat`: the key is held. */
  readonly repeat: boolean;
  /** Whether the event's target takes text. */
  readonly editable: boolean;
}
