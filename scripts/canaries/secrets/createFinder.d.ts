/** A secret that is looked for. */
export interface Secret {
  /** Where it was planted. */
  readonly source: string;
  readonly value: string;
}
/** Says which sources a text holds a secret of. */
export type Finder = (text: string) => ReadonlySet<string>;
/**
 * Makes the function that looks for secrets: for any twelve characters in a row of one, and for two of
 * its pieces near each other; also where upper and lower case were confused, and where what separates
 * the words is gone or has become something else.
 */
export declare function createFinder(secrets: readonly Secret[]): Finder;
