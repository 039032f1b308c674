/** Events in one batch. */
export const batchEvents = 500;
/** The body of one batch. */
export const batchBytes = 1_048_576;
/** `arguments` of one event, as JSON. */
export const argumentsBytes = 1024;
/** Nesting of `arguments`; the object itself is level 1. */
export const argumentsDepth = 4;
/** Events that wait on one client for one instance. */
export const queueEvents = 1000;
/** Their size together, as JSON. */
export const queueBytes = 1_048_576;
/** Bodies in flight with `keepalive` when a page hides (browsers allow 65,536 in all). */
export const keepaliveBytes = 60_000;
/** What a client reads of an answer. */
export const responseBytes = 65_536;
/** Characters of an action ID and of everything with its grammar. */
export const idLength = 128;
/** Characters of an instance URL. */
export const urlLength = 2048;
/** Characters of a client's version. */
export const versionLength = 64;
/** Reasons in `dropped`. */
export const droppedReasons = 32;
/** The longest execution that a completion event may claim: one day, in milliseconds. */
export const durationMs = 86_400_000;

/**
 * The one list of limits that clients and instances share. Sizes are bytes of UTF-8. Each is also a
 * constant of its own, which costs a page no more than the number.
 */
export const limits = /* @__PURE__ */ Object.freeze({
  batchEvents,
  batchBytes,
  argumentsBytes,
  argumentsDepth,
  queueEvents,
  queueBytes,
  keepaliveBytes,
  responseBytes,
  idLength,
  urlLength,
  versionLength,
  droppedReasons,
  durationMs,
});
