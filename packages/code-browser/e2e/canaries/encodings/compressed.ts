import { constants, deflateSync, gzipSync, inflateRawSync, inflateSync } from "node:zlib";
import type { Encoding } from "./Encoding.ts";

/** How often a text is tried at most: two bytes that look like a beginning are no rarity in noise. */
const mostTries = 1000;

/** Bytes of a header of gzip that names no file. */
const headerLength = 10;

// What has been cut off is read as far as it goes.
const options = { finishFlush: constants.Z_SYNC_FLUSH };

const toText = (bytes: Buffer) => bytes.toString("latin1");

export const gzip: Encoding = {
  name: "gzip",
  encode: (text) => toText(gzipSync(Buffer.from(text, "latin1"))),
  // Without its header: what follows in the same text would be taken for another of its members.
  decode: (text) =>
    decodeAt(text, /\x1f\x8b\x08\0/gu, (bytes) =>
      inflateRawSync(bytes.subarray(headerLength), options),
    ),
};

export const deflate: Encoding = {
  name: "deflate",
  encode: (text) => toText(deflateSync(Buffer.from(text, "latin1"))),
  decode: (text) => decodeAt(text, /x[\x01\x5e\x9c\xda]/gu, (bytes) => inflateSync(bytes, options)),
};

function decodeAt(text: string, magic: RegExp, expand: (bytes: Buffer) => Buffer): string {
  const found: string[] = [];
  let tries = 0;
  for (const { index } of text.matchAll(magic)) {
    tries += 1;
    if (tries > mostTries) break;
    try {
      found.push(toText(expand(Buffer.from(text.slice(index), "latin1"))));
    } catch {
      // It only looked like one.
    }
  }
  return found.length === 0 ? text : found.join("\n");
}
