/**
 * The FNV-1a hash of a text, 32 bits for each of up to four starting values, as lower-case hexadecimal digits. It
 * tells texts apart and hides nothing.
 *
 * @param words - How many times 32 bits, 1 to 4.
 */
export declare function hashText(text: string, words: 1 | 2 | 4): string;
