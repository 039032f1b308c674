import type { Encoding } from "./Encoding.ts";
/** Every encoding that is read. */
export declare const encodings: readonly Encoding[];
