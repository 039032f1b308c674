import type { Encoding } from "./Encoding.ts";
/** A field of a form (`application/x-www-form-urlencoded`), where a space is a plus. */
export declare const form: Encoding;
