import type { Encoding } from "./Encoding.ts";
/** In pieces, with anything but letters and digits between them: a list of characters, lines, chunks. */
export declare const scattered: Encoding;
