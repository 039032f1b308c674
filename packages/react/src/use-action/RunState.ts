import type { ExecutionError } from "@action-telemetry/actions";

/** What a control shows of its own runs. */
export interface RunState {
  /** Whether a run it began has not ended. */
  readonly running: boolean;
  /** Why its last run failed; gone when the next one begins. */
  readonly error: ExecutionError | undefined;
}

/** Before the first run, and after one that ended well. */
export const idle: RunState = Object.freeze({ running: false, error: undefined });

/** Follows the runs of one control: it is busy until the last of them has ended. */
export interface RunTracker {
  begin(): void;
  end(error: ExecutionError | undefined): void;
}

/**
 * Makes a tracker.
 *
 * @param show - Called with each new state.
 * @param defer - Calls back soon, unless the returned function is called: a run that has ended by
 *   then is never shown as busy, so a command without a wait costs no render.
 */
export function createRunTracker(
  show: (state: RunState) => void,
  defer: (callback: () => void) => () => void,
): RunTracker {
  let runs = 0;
  let undefer: (() => void) | undefined;
  return {
    begin() {
      runs += 1;
      undefer ??= defer(() => show({ running: true, error: undefined }));
    },
    end(error) {
      runs -= 1;
      if (runs > 0) return;
      undefer?.();
      undefer = undefined;
      show(error === undefined ? idle : { running: false, error });
    },
  };
}
