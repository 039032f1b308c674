import type { Encoding } from "./Encoding.ts";
/** As it is. */
export declare const plain: Encoding;
