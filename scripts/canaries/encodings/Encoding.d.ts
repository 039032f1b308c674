/**
 * One way in which a text may be written when it leaks. Texts are byte strings: each character is one
 * byte, as in Node's `latin1`, so that a reading of a reading is possible.
 */
export interface Encoding {
  readonly name: string;
  /** Writes a text that way, as thoroughly as it can be done: a leak that does less is seen all the same. */
  readonly encode: (text: string) => string;
  /** Reads whatever is written that way anywhere in a text; the same text when nothing is. */
  readonly decode: (text: string) => string;
}
