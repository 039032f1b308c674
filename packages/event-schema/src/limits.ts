/** The one list of limits that clients and instances share. Sizes are bytes of UTF-8. */
export const limits = Object.freeze({
  /** Events in one batch. */
  batchEvents: 500,
  /** The body of one batch. */
  batchBytes: 1_048_576,
  /** `arguments` of one event, as JSON. */
  argumentsBytes: 1024,
  /** Nesting of `arguments`; the object itself is level 1. */
  argumentsDepth: 4,
  /** Events that wait on one client for one instance. */
  queueEvents: 1000,
  /** Their size together, as JSON. */
  queueBytes: 1_048_576,
  /** Bodies in flight with `keepalive` when a page hides (browsers allow 65,536 in all). */
  keepaliveBytes: 60_000,
  /** What a client reads of an answer. */
  responseBytes: 65_536,
  /** Characters of an action ID and of everything with its grammar. */
  idLength: 128,
  /** Characters of an instance URL. */
  urlLength: 2048,
  /** Characters of a client's version. */
  versionLength: 64,
  /** Reasons in `dropped`. */
  droppedReasons: 32,
  /** The longest execution that a completion event may claim: one day, in milliseconds. */
  durationMs: 86_400_000,
});
