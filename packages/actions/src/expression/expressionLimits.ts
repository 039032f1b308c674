/** The bounds that every expression and template keeps, so that none can stall an interface. */
export const expressionLimits = {
  /** Longest source, in bytes of UTF-8. */
  sourceBytes: 4096,
  /** Longest template that is plain text without substitutions (an icon can be one), in bytes. */
  plainTextBytes: 32_768,
  /** Most names, values and signs in a source. */
  tokens: 500,
  /** Deepest nesting of parentheses, unary operators, calls and templates. */
  depth: 32,
  /** Most steps of one evaluation; handling text or data costs a step for each 16 characters. */
  steps: 10_000,
  /** Longest text that an evaluation may build, in bytes of UTF-8. */
  outputBytes: 8192,
} as const;
