import type { Encoding } from "./Encoding.ts";
/** As browsers keep text in databases and in memory. */
export declare const utf16: Encoding;
