/** Admits words that are known, and so many others. */
export class WordQuota {
  readonly #most: number;
  readonly #admitted = new Set<string>();
  #known: ReadonlySet<string>;

  /** @param most - How many words that are not known it admits. */
  constructor(most: number, known: ReadonlySet<string> = new Set()) {
    this.#most = most;
    this.#known = known;
  }

  admits(word: string): boolean {
    if (this.#known.has(word) || this.#admitted.has(word)) return true;
    if (this.#admitted.size >= this.#most) return false;
    this.#admitted.add(word);
    return true;
  }

  /** Knows these words from now on, instead of those before. */
  learn(known: ReadonlySet<string>): void {
    this.#known = known;
  }

  /** All that it admits again, whatever else comes. */
  get words(): ReadonlySet<string> {
    return new Set([...this.#known, ...this.#admitted]);
  }
}
