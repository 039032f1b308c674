/** People while they are united and counted: one bit for each. */
export class PeopleBits {
  #words = new Int32Array(0);

  add(person: number): void {
    const word = person >>> 5;
    if (word >= this.#words.length) this.#grow(word);
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (person & 31));
  }

  /** @param base The number of the person whose bit is the first: a multiple of 32. */
  addBits(bytes: Uint8Array, base: number): void {
    if (bytes.length === 0) return;
    const first = base >>> 5;
    const full = bytes.length >> 2;
    if (first + full >= this.#words.length) this.#grow(first + full);
    const words = this.#words;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let index = 0; index < full; index += 1) {
      words[first + index] = (words[first + index] ?? 0) | view.getInt32(index * 4, true);
    }
    let last = 0;
    for (let index = full * 4; index < bytes.length; index += 1) {
      last |= (bytes[index] ?? 0) << ((index & 3) * 8);
    }
    words[first + full] = (words[first + full] ?? 0) | last;
  }

  has(person: number): boolean {
    return (((this.#words[person >>> 5] ?? 0) >>> (person & 31)) & 1) === 1;
  }

  /** The numbers of all, in ascending order. */
  *numbers(): Generator<number, void, undefined> {
    for (const [index, word] of this.#words.entries()) {
      for (let bit = 0; bit < 32 && word >>> bit !== 0; bit += 1) {
        if ((word >>> bit) & 1) yield index * 32 + bit;
      }
    }
  }

  /** How many there are. */
  count(): number {
    let count = 0;
    for (const word of this.#words) count += onesIn(word);
    return count;
  }

  #grow(word: number): void {
    const grown = new Int32Array(Math.max(word + 1, this.#words.length * 2, 64));
    grown.set(this.#words);
    this.#words = grown;
  }
}

function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
