/** A picture that was taken. */
export interface Picture {
  /** What is to be seen, in a few words. */
  readonly title: string;
  /** The file, a PNG. */
  readonly path: string;
}
