/** For how many milliseconds letters belong together. */
const pause = 600;

/** Finds what is typed among titles. */
export interface TypeAhead {
  /**
   * Takes one more letter.
   *
   * @param time - Milliseconds, such as `event.timeStamp`.
   * @param current - Where the focus is; -1 for nowhere.
   * @returns The place of the title, or undefined when none begins like that.
   */
  type(
    letter: string,
    time: number,
    titles: readonly string[],
    current: number,
  ): number | undefined;
  /** Forgets what was typed: the person moves otherwise. */
  reset(): void;
  /** Whether the last letter was typed so lately that a space belongs to the word. */
  isTyping(time: number): boolean;
}

/** Makes the memory of what was typed in one list. */
export function createTypeAhead(): TypeAhead {
  let typed = "";
  let last = Number.NEGATIVE_INFINITY;
  const isTyping = (time: number) => typed !== "" && time - last < pause;
  return {
    isTyping,
    reset() {
      typed = "";
    },
    type(letter, time, titles, current) {
      typed = isTyping(time) ? typed + letter.toLowerCase() : letter.toLowerCase();
      last = time;
      const isRepeated = new Set(typed).size === 1;
      const wanted = isRepeated ? typed.slice(0, 1) : typed;
      // The same letter again goes to the next one that begins with it; another one refines.
      const first = isRepeated ? current + 1 : Math.max(current, 0);
      for (let step = 0; step < titles.length; step += 1) {
        const place = (first + step) % titles.length;
        if (titles[place]?.trim().toLowerCase().startsWith(wanted) === true) return place;
      }
      return undefined;
    },
  };
}
