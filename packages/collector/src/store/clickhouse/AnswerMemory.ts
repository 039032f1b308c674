/** How many rows are remembered, before those that were read first are forgotten. */
const capacity = 100_000;

/** The rows of a statement, on their way or here. */
export interface Answer {
  readonly rows: Promise<readonly unknown[]>;
  /** Whether they are known to be of the version that they are remembered for. */
  isSure: boolean;
}

/** Remembers what was read of one version, until there is another. */
export class AnswerMemory {
  readonly #answers = new Map<string, Answer & { size: number }>();
  #version = "";
  #size = 0;

  /** Which it remembers. */
  get version(): string {
    return this.#version;
  }

  /**
   * The answer to a statement.
   *
   * @param read - Called where it is not known, and nobody is reading it.
   */
  of(version: string, key: string, read: () => Promise<readonly unknown[]>): Answer {
    if (version !== this.#version) this.#clear(version);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = { rows: read(), isSure: false, size: 0 };
    this.#answers.set(key, answer);
    answer.rows.then(
      ({ length }) => this.#weigh(key, answer, length + 1),
      () => this.#forget(key, answer),
    );
    return answer;
  }

  #clear(version: string): void {
    this.#version = version;
    this.#answers.clear();
    this.#size = 0;
  }

  #weigh(key: string, answer: { size: number }, size: number): void {
    if (this.#answers.get(key) !== answer) return;
    answer.size = size;
    this.#size += size;
    for (const [oldest, { size: room }] of this.#answers) {
      if (this.#size <= capacity) return;
      this.#answers.delete(oldest);
      this.#size -= room;
    }
  }

  #forget(key: string, answer: object): void {
    if (this.#answers.get(key) === answer) this.#answers.delete(key);
  }
}
