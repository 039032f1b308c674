import type { Encoding } from "./Encoding.ts";

/** As it is. */
export const plain: Encoding = {
  name: "plain",
  encode: (text) => text,
  decode: (text) => text,
};
