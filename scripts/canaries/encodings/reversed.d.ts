import type { Encoding } from "./Encoding.ts";
/** Back to front, as keys of databases sometimes are. */
export declare const reversed: Encoding;
