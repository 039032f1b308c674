const dropReasonPattern = /^[a-z][a-z0-9-]{0,63}$/;

/** Whether a value may stand as a reason in `dropped`: lower-case words joined by hyphens. */
export function isDropReason(value: unknown): value is string {
  return typeof value === "string" && dropReasonPattern.test(value);
}
