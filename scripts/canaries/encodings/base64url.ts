import { decodeRuns } from "./decodeRuns.ts";
import type { Encoding } from "./Encoding.ts";

/** The alphabet with `-` and `_`, for URLs. */
export const base64url: Encoding = {
  name: "base64url",
  encode: (text) => Buffer.from(text, "latin1").toString("base64url"),
  decode: (text) => decodeRuns(text, /[A-Za-z0-9_-]{16,}/gu),
};
