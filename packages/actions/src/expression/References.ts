/** What a parsed expression or template reads, known without evaluating it. */
export interface References {
  /** The context keys it names. Its value can only change when one of them does, … */
  readonly references: ReadonlySet<string>;
  /** … or, if this is true, when any key does: it computes keys, or uses the whole context. */
  readonly readsWholeContext: boolean;
  /** Whether the whole context is used as a value, and not only as the first argument of `get`. */
  readonly exposesContext: boolean;
}
