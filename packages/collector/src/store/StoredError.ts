import type { KeptError } from "./KeptError.ts";

/** An error report as it is kept. */
export interface StoredError extends KeptError {
  /** The collector's clock. */
  readonly receivedAt: number;
}
