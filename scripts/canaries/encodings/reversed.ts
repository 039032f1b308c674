import type { Encoding } from "./Encoding.ts";

const reverse = (text: string) => Array.from(text).toReversed().join("");

/** Back to front, as keys of databases sometimes are. */
export const reversed: Encoding = { name: "reversed", encode: reverse, decode: reverse };
