/** Restrictions on what an evaluation may read. */
export interface EvaluateOptions {
  /**
   * Forbids the context as a whole: `context` may then only stand as the first argument of `get`,
   * and `json` takes no objects or lists. For text that leaves the page, such as URLs. Default: false.
   */
  readonly forbidContext?: boolean;
  /** Whether a key of the context may be read. Default: every key may. */
  readonly mayRead?: (key: string) => boolean;
}
