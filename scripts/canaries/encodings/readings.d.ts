/** A text as it reads when it is taken for something that was encoded. */
export interface Reading {
  /** The encodings that were undone, outermost first, such as `base64 > gzip`. */
  readonly encoding: string;
  readonly text: string;
}
/** Every reading of a text: as it is, with each encoding undone, and with any two of them undone. */
export declare function readings(text: string): Generator<Reading>;
