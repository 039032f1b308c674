const utf8 = new TextDecoder();

/** Reads what `ByteWriter` wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  /** How many bytes have been read. */
  get position(): number {
    return this.#position;
  }

  byte(): number {
    return this.#bytes[this.#position++] ?? 0;
  }

  varint(): number {
    const bytes = this.#bytes;
    let position = this.#position;
    let byte = bytes[position++] ?? 0;
    let value = byte & 127;
    for (let factor = 128; byte >= 128; factor *= 128) {
      byte = bytes[position++] ?? 0;
      value += (byte & 127) * factor;
    }
    this.#position = position;
    return value;
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  float(): number {
    const bytes = this.raw(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  }

  text(): string {
    return utf8.decode(this.raw(this.varint()));
  }

  /** Passes over some bytes. */
  skip(length: number): void {
    this.#position += length;
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    const start = this.#position;
    this.#position += length;
    return this.#bytes.subarray(start, this.#position);
  }
}
