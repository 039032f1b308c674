import type { Encoding } from "./Encoding.ts";
/** The alphabet with `-` and `_`, for URLs. */
export declare const base64url: Encoding;
