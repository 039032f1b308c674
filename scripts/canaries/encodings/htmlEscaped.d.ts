import type { Encoding } from "./Encoding.ts";
/** Text in HTML, every character of it a numeric reference. */
export declare const htmlEscaped: Encoding;
