/**
 * Whether events may be stored and sent. `unknown`: they gather in memory until it is known;
 * `granted`: they are stored and sent; `denied`: nothing is recorded, and everything is erased.
 */
export type ConsentState = "unknown" | "granted" | "denied";

/** Whether a value is a consent state. */
export function isConsentState(value: unknown): value is ConsentState {
  return value === "unknown" || value === "granted" || value === "denied";
}
