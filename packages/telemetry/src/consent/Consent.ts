import type { ConsentState } from "./ConsentState.ts";

/** The consent of one client. */
export interface Consent {
  readonly state: ConsentState;
  /**
   * Changes it, here and in every other tab of the same instance. What follows has begun when this
   * returns (nothing more is recorded or sent after `denied`), and has ended when it resolves (queue
   * and anonymous ID are erased). Keeping the decision for the next start is up to the application.
   */
  set(state: ConsentState): Promise<void>;
  /** Calls back after every change; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}
