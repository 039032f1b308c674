import type { Encoding } from "./Encoding.ts";
/** A component of a URL, every byte of it escaped. */
export declare const percent: Encoding;
