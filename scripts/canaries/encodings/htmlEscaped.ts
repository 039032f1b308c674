import type { Encoding } from "./Encoding.ts";

/** Text in HTML, every character of it a numeric reference. */
export const htmlEscaped: Encoding = {
  name: "HTML-escaped",
  encode: (text) => text.replaceAll(/[^]/gu, (character) => `&#${character.charCodeAt(0)};`),
  decode: (text) =>
    text.replaceAll(/&#(?:x([0-9a-f]{1,4})|(\d{1,5}));/giu, (_escape, hex?: string, ten?: string) =>
      String.fromCharCode(hex === undefined ? Number(ten) : Number.parseInt(hex, 16)),
    ),
};
