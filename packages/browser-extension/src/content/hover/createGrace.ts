/** Lets something stay for a moment after the pointer has left it. */
export interface Grace {
  /** The pointer is there: it stays. */
  readonly hold: () => void;
  /** The pointer has left: it goes after a moment, unless it is held before. */
  readonly release: () => void;
}

/** How long it stays, in milliseconds. */
export const graceMs = 250;

/**
 * Makes a grace.
 *
 * @param isPinned whether it stays all the same
 * @param end called when it has passed
 */
export function createGrace(
  isPinned: () => boolean,
  end: () => void,
  delay: (callback: () => void, milliseconds: number) => () => void,
): Grace {
  let cancel: (() => void) | undefined;
  const hold = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    hold,
    release() {
      hold();
      if (!isPinned()) cancel = delay(end, graceMs);
    },
  };
}
