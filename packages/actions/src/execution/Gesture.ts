/** What a pointer or keyboard event on a rendered action says, as plain facts. */
export interface Gesture {
  /** `click` (also Enter and Space, which browsers turn into clicks) or `auxclick`. */
  readonly type: "click" | "auxclick";
  /** `event.button`: 0 main, 1 middle, 2 secondary. */
  readonly button: number;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}
