import type { Encoding } from "./Encoding.ts";

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, "0");

/** The inside of a JSON string, every character of it escaped. */
export const jsonEscaped: Encoding = {
  name: "JSON-escaped",
  encode: (text) => text.replaceAll(/[^]/gu, (character) => `\\u${hex(character)}`),
  decode: (text) =>
    text.replaceAll(/\\u00([0-9a-f]{2})/giu, (_escape, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
};
