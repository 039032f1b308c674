/**
 * The secret that is planted at one source: three words that occur nowhere else, always the same for
 * the same source, so that a hit names where it came from.
 *
 * @param separator - What stands between the words where a space cannot.
 */
export declare function secretOf(source: string, separator?: string): string;
