import type { Encoding } from "./Encoding.ts";

/** In pieces, with anything but letters and digits between them: a list of characters, lines, chunks. */
export const scattered: Encoding = {
  name: "scattered",
  encode: (text) => JSON.stringify(Array.from(text)),
  decode: (text) => text.replaceAll(/[^A-Za-z0-9]+/gu, ""),
};
