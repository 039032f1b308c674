/** What is searched of one thing. */
export interface SearchDocument {
  /** Looked at last, so that an ID can be typed. */
  readonly id: string;
  readonly title: string;
  readonly category?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
}
