import type { Encoding } from "./Encoding.ts";
/** As attachments and tokens are written; the alphabet with `+` and `/`. */
export declare const base64: Encoding;
