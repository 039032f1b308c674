import type { Encoding } from "./Encoding.ts";

/** As browsers keep text in databases and in memory. */
export const utf16: Encoding = {
  name: "UTF-16LE",
  encode: (text) => Buffer.from(text, "utf16le").toString("latin1"),
  decode: (text) =>
    text.replaceAll(/(?:[^]\0){8,}/gu, (pairs) => Buffer.from(pairs, "latin1").toString("utf16le")),
};
