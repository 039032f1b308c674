import type { Encoding } from "./Encoding.ts";
/** The inside of a JSON string, every character of it escaped. */
export declare const jsonEscaped: Encoding;
