/**
 * Reads every run of characters of an alphabet, from each of four places: where a run was cut out of a
 * longer one, only one of them makes sense.
 */
export declare function decodeRuns(text: string, run: RegExp): string;
