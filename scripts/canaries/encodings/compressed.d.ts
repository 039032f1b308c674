import type { Encoding } from "./Encoding.ts";
/** The content encoding `gzip`, anywhere in a text. */
export declare const gzip: Encoding;
/** The content encoding `deflate`, anywhere in a text. */
export declare const deflate: Encoding;
