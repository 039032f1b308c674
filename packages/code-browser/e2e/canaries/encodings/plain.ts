import type { Encoding } from "./Encoding.ts";

export const plain: Encoding = {
  name: "plain",
  encode: (text) => text,
  decode: (text) => text,
};
