import type { Encoding } from "./Encoding.ts";
import { percent } from "./percent.ts";

/** A field of a form (`application/x-www-form-urlencoded`), where a space is a plus. */
export const form: Encoding = {
  name: "form",
  encode: (text) => text.replaceAll(/[^A-Za-z0-9 ]/gu, percent.encode).replaceAll(" ", "+"),
  decode: (text) => percent.decode(text.replaceAll("+", " ")),
};
