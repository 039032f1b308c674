import type { Encoding } from "./Encoding.ts";
/** Two digits a byte, without anything between them. */
export declare const hex: Encoding;
