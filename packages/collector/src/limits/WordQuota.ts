/** Admits words that are known, and so many others. */
export class WordQuota {
  readonly #known: ReadonlySet<string>;
  readonly #most: number;
  readonly #admitted = new Set<string>();

  /** @param most - How many words that are not known it admits. */
  constructor(most: number, known: Iterable<string> = []) {
    this.#most = most;
    this.#known = new Set(known);
  }

  admits(word: string): boolean {
    if (this.#known.has(word) || this.#admitted.has(word)) return true;
    if (this.#admitted.size >= this.#most) return false;
    this.#admitted.add(word);
    return true;
  }
}
