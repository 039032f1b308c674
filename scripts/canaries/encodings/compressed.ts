import { constants, deflateSync, gzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Encoding } from "./Encoding.ts";

/** How often a text is tried at most: bytes that look like a beginning are no rarity in noise. */
const mostTries = 1000;

/** Bytes of a header of gzip that names no file. */
const headerLength = 10;

// What has been cut off is read as far as it goes.
const options = { finishFlush: constants.Z_SYNC_FLUSH };

const toText = (bytes: Buffer) => bytes.toString("latin1");

/** The content encoding `gzip`, anywhere in a text. */
export const gzip: Encoding = {
  name: "gzip",
  encode: (text) => toText(gzipSync(Buffer.from(text, "latin1"))),
  // Without its header: what follows in the same text would be taken for another of its members.
  decode: (text) =>
    decodeAfter(text, ["\x1f\x8b\x08\0"], (bytes) =>
      inflateRawSync(bytes.subarray(headerLength), options),
    ),
};

/** The content encoding `deflate`, anywhere in a text. */
export const deflate: Encoding = {
  name: "deflate",
  encode: (text) => toText(deflateSync(Buffer.from(text, "latin1"))),
  decode: (text) =>
    decodeAfter(text, ["x\x01", "x\x5e", "x\x9c", "x\xda"], (bytes) => inflateSync(bytes, options)),
};

function decodeAfter(
  text: string,
  beginnings: readonly string[],
  expand: (bytes: Buffer) => Buffer,
): string {
  const found: string[] = [];
  for (const index of places(text, beginnings).slice(0, mostTries)) {
    try {
      found.push(toText(expand(Buffer.from(text.slice(index), "latin1"))));
    } catch {
      // It only looked like one.
    }
  }
  return found.length === 0 ? text : found.join("\n");
}

function places(text: string, beginnings: readonly string[]): number[] {
  const indexes: number[] = [];
  for (const beginning of beginnings) {
    let index = text.indexOf(beginning);
    while (index !== -1) {
      indexes.push(index);
      index = text.indexOf(beginning, index + 1);
    }
  }
  return indexes;
}
