import type { Workload } from "../workload/Workload.ts";

/** Where the part of an ID of 36 characters begins that tells one of the same millisecond from another. */
const restOffset = 24;

/** How many digits that part has. */
const restDigits = 12;

/**
 * The bytes of a request with a batch. Made once and sent many times, each time with other IDs, which are written over
 * the old ones: so that sending costs next to nothing.
 */
export class RequestTemplate {
  readonly #bytes: Buffer;
  readonly #idOffsets: readonly number[];
  readonly #personOffset: number;

  /** @param host As in the header. */
  constructor(workload: Workload, options: { readonly size: number; readonly host: string }) {
    const batch = workload.createBatch(options.size, Date.now());
    const body = Buffer.from(JSON.stringify(batch));
    const head =
      `POST /.api/action-events HTTP/1.1\r\nhost: ${options.host}\r\ncontent-type: application/json\r\n` +
      `content-length: ${body.length}\r\n\r\n`;
    this.#bytes = Buffer.concat([Buffer.from(head), body]);
    this.#personOffset = this.#bytes.indexOf(batch.anonymizedUserId) + restOffset;
    this.#idOffsets = batch.events.map(({ id }) => this.#bytes.indexOf(id));
  }

  /** The request of another person, with IDs that end with the numbers from `first` on. Valid until the next call. */
  write(first: number, person: number): Buffer {
    this.#bytes.write(digits(person), this.#personOffset, "latin1");
    for (const [index, offset] of this.#idOffsets.entries()) {
      this.#bytes.write(digits(first + index), offset + restOffset, "latin1");
    }
    return this.#bytes;
  }
}

function digits(number: number): string {
  return number.toString(16).padStart(restDigits, "0");
}
