/**
 * What may have been stored between what is shown and what the live stream tells of: if both speak of the same end of the
 * stored events, nothing was, and nothing needs to be asked for again.
 */
export interface Gap {
  /** Takes the end of a view that was loaded. Whether the stream has told of another meanwhile. */
  isAfter(loadedEnd: string | undefined): boolean;
  /** Takes an end that the stream tells of. Whether the view that is shown has another; false while there is none yet. */
  isBefore(streamEnd: string): boolean;
}

/** Makes the memory of where the newest view ends, and of an end that no view has been held against. */
export function createGap(): Gap {
  let shown: { readonly end: string | undefined } | undefined;
  let told: string | undefined;
  const isOpen = () => {
    if (shown === undefined || told === undefined) return false;
    const isSame = told === shown.end;
    told = undefined;
    return !isSame;
  };
  return {
    isAfter(end) {
      shown = { end };
      return isOpen();
    },
    isBefore(end) {
      told = end;
      return isOpen();
    },
  };
}
