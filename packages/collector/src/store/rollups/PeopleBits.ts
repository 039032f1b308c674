/** The least room that is made, in bytes: for 32,768 people. */
const leastRoom = 4096;

/** Where bits are copied before they are added, so that they can be added by the word. */
let copied = new Uint8Array(leastRoom);

/** People while they are united and counted: one bit for each. */
export class PeopleBits {
  #bytes = new Uint8Array(0);
  /** The same memory, so that the order of bytes in a word does not matter. */
  #words = new Int32Array(0);
  /** All bytes from here on are 0. */
  #end = 0;

  add(person: number): void {
    const index = person >>> 3;
    if (index >= this.#end) this.#reach(index + 1);
    this.#bytes[index] = (this.#bytes[index] ?? 0) | (1 << (person & 7));
  }

  /**
   * Adds people whose numbers are written as differences, seven bits a byte.
   *
   * @param base What the first number is added to. @param start Where they begin. @param end Where they end.
   */
  addDifferences(bytes: Uint8Array, base: number, start: number, end: number): void {
    let bits = this.#bytes;
    for (let at = start, person = base; at < end;) {
      let shift = 0;
      let byte = bytes[at++] ?? 0;
      for (; byte >= 128; shift += 7, byte = bytes[at++] ?? 0) person += (byte & 127) << shift;
      person += byte << shift;
      const index = person >>> 3;
      if (index >= this.#end) bits = this.#reach(index + 1);
      bits[index] = (bits[index] ?? 0) | (1 << (person & 7));
    }
  }

  /** @param base The number of the person whose bit is the first: a multiple of 32. */
  addBits(bytes: Uint8Array, base: number): void {
    const first = base >>> 3;
    const end = first + bytes.length;
    if (first >= this.#end) {
      this.#reach(end);
      this.#bytes.set(bytes, first);
      return;
    }
    if (end > this.#end) this.#reach(end);
    const length = (bytes.length + 3) & ~3;
    if (copied.length < length) copied = new Uint8Array(length);
    copied.set(bytes);
    copied.fill(0, bytes.length, length);
    const added = new Int32Array(copied.buffer, 0, length >> 2);
    const words = this.#words;
    const offset = first >> 2;
    for (let index = 0; index < added.length; index += 1) {
      words[offset + index] = (words[offset + index] ?? 0) | (added[index] ?? 0);
    }
  }

  /** Adds all of others. */
  addAll(others: PeopleBits): void {
    if (others.#end > this.#end) this.#reach(others.#end);
    const [words, added] = [this.#words, others.#words];
    const end = (others.#end + 3) >> 2;
    for (let index = 0; index < end; index += 1) {
      words[index] = (words[index] ?? 0) | (added[index] ?? 0);
    }
  }

  has(person: number): boolean {
    return (((this.#bytes[person >>> 3] ?? 0) >>> (person & 7)) & 1) === 1;
  }

  /** The numbers of all, in ascending order. */
  *numbers(): Generator<number, void, undefined> {
    for (const [index, byte] of this.#bytes.entries()) {
      for (let bit = 0; byte >>> bit !== 0; bit += 1) {
        if ((byte >>> bit) & 1) yield index * 8 + bit;
      }
    }
  }

  /** How many there are. */
  count(): number {
    const words = this.#words;
    const end = (this.#end + 3) >> 2;
    let count = 0;
    for (let index = 0; index < end; index += 1) count += onesIn(words[index] ?? 0);
    return count;
  }

  /** Makes sure that there are so many bytes, and returns them. */
  #reach(end: number): Uint8Array<ArrayBuffer> {
    this.#end = end;
    if (end <= this.#bytes.length) return this.#bytes;
    const room = (Math.max(end, this.#bytes.length * 2, leastRoom) + 3) & ~3;
    const grown = new Uint8Array(room);
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#words = new Int32Array(grown.buffer);
    return grown;
  }
}

function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
