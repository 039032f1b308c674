import { hash } from "node:crypto";

const leastSlots = 1024;

/**
 * Admits the first so many distinct IDs. It remembers eight bytes of a digest of each, in a table that is at most half
 * full, so that a million cost 16 MB and nobody's ID is kept.
 */
export class IdQuota {
  readonly #most: number;
  #table = new Uint32Array(2 * leastSlots);
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether an ID is one of those that were admitted. */
  has(id: string): boolean {
    const [high, low] = digestOf(id);
    return this.#table[this.#slotOf(high, low) + 1] !== 0;
  }

  admits(id: string): boolean {
    const [high, low] = digestOf(id);
    const slot = this.#slotOf(high, low);
    if (this.#table[slot + 1] !== 0) return true;
    if (this.#size >= this.#most) return false;
    this.#put(slot, high, low);
    this.#size += 1;
    if (4 * this.#size > this.#table.length) this.#grow();
    return true;
  }

  /** Where a digest is, or would be. */
  #slotOf(high: number, low: number): number {
    const last = this.#table.length - 2;
    let slot = (high * 2) & last;
    while (this.#table[slot + 1] !== 0) {
      if (this.#table[slot] === high && this.#table[slot + 1] === low) return slot;
      slot = (slot + 2) & last;
    }
    return slot;
  }

  #put(slot: number, high: number, low: number): void {
    this.#table[slot] = high;
    this.#table[slot + 1] = low;
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const [high = 0, low = 0] = [before[at], before[at + 1]];
      if (low !== 0) this.#put(this.#slotOf(high, low), high, low);
    }
  }
}

function digestOf(id: string): readonly [high: number, low: number] {
  const digest = hash("sha256", id, "buffer");
  // Two zeros stand for an empty slot.
  return [digest.readUInt32LE(0), digest.readUInt32LE(4) || 1];
}
