import type { ExecutionError } from "./ExecutionError.ts";

/**
 * Why nothing ran, or why what ran was given up: the same action still runs (`overlap`), the signal
 * was aborted, the action is disabled or does nothing, or the application prevented it.
 */
export type CancellationReason = "overlap" | "aborted" | "disabled" | "noop" | "prevented";

/** How one execution ended. `actionId` is the ID of the action that ran, or would have run. */
export type ExecutionOutcome =
  | { readonly status: "succeeded"; readonly actionId: string }
  | { readonly status: "opened"; readonly actionId: string }
  | { readonly status: "failed"; readonly actionId: string; readonly error: ExecutionError }
  | {
      readonly status: "cancelled";
      readonly actionId: string;
      readonly reason: CancellationReason;
    };
