import { byteAt } from "./uuid.ts";

const utf8 = new TextEncoder();

/** Where in the text of a UUID its last ten bytes are. */
const restPositions = [14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

/** Collects bytes; numbers take as few as they need. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** Begins anew, so that one writer serves for many values. */
  reset(): void {
    this.#length = 0;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /**
   * Seven bits a byte, the lowest first.
   *
   * @throws RangeError if the value is not an integer from 0 to 2^53 - 1.
   */
  varint(value: number): void {
    if (value < 0 || !Number.isSafeInteger(value)) throw noInteger(value);
    let rest = value;
    while (rest >= 0x8000_0000) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A number that may be negative; small ones stay short. */
  signed(value: number): void {
    if (!Number.isSafeInteger(value)) throw noInteger(value);
    this.varint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  float(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value);
    this.raw(bytes);
  }

  text(value: string): void {
    const bytes = utf8.encode(value);
    this.varint(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** The last ten bytes of a UUID, which are no time, without making anything of them first. */
  uuidRest(uuid: string): void {
    if (this.#length + 10 > this.#bytes.length) this.#grow(10);
    for (const position of restPositions) {
      this.#bytes[this.#length++] = byteAt(uuid, position);
    }
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(this.#length + least, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

function noInteger(value: number): RangeError {
  return new RangeError(
    `@action-telemetry/collector: Expected a count or a time in whole milliseconds, got ${value}. ` +
      "It cannot be stored. Check deliveries before they are appended.",
  );
}
