import type { Encoding } from "./Encoding.ts";

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, "0");

/** A component of a URL, every byte of it escaped. */
export const percent: Encoding = {
  name: "URI component",
  encode: (text) => text.replaceAll(/[^]/gu, (character) => `%${hex(character)}`),
  decode: (text) =>
    text.replaceAll(/%([0-9a-f]{2})/giu, (_escape, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
};
