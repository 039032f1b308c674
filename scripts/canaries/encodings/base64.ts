import { decodeRuns } from "./decodeRuns.ts";
import type { Encoding } from "./Encoding.ts";

/** As attachments and tokens are written; the alphabet with `+` and `/`. */
export const base64: Encoding = {
  name: "base64",
  encode: (text) => Buffer.from(text, "latin1").toString("base64"),
  decode: (text) => decodeRuns(text, /[A-Za-z0-9+/]{16,}/gu),
};
