import type { ExecutionOutcome } from "@action-telemetry/actions";
import { createListeners } from "../../listeners/createListeners.ts";

/** What became of the action that was run last from a palette that stayed open, or of what was arranged. */
export interface PaletteRun {
  /** Of the action; of something `arranged` all there is to say. */
  readonly title: string;
  readonly status: "running" | "succeeded" | "failed" | "arranged";
  /** Why it failed. */
  readonly message?: string;
  /** Runs it again: an execution of its own. */
  readonly retry: () => void;
}

/** Follows the last run of a palette. */
export interface RunStore {
  getSnapshot(): PaletteRun | undefined;
  subscribe(listener: () => void): () => void;
  follow(title: string, outcome: Promise<ExecutionOutcome>, retry: () => void): void;
  /** Tells that something was arranged. */
  arranged(text: string): void;
  /** Shows nothing any more, unless it still runs. */
  dismiss(): void;
}

/** Makes a store without a run. */
export function createRunStore(): RunStore {
  const listeners = createListeners();
  let run: PaletteRun | undefined;
  function replace(next: PaletteRun | undefined): void {
    run = next;
    listeners.notify();
  }
  return {
    getSnapshot: () => run,
    subscribe: listeners.add,
    follow(title, outcome, retry) {
      const running: PaletteRun = { title, status: "running", retry };
      replace(running);
      void outcome.then((settled) => {
        // Another one may have been run since.
        if (run !== running) return;
        if (settled.status === "cancelled") replace(undefined);
        else if (settled.status === "failed") {
          replace({ ...running, status: "failed", message: settled.error.message });
        } else replace({ ...running, status: "succeeded" });
      });
    },
    arranged: (title) => replace({ title, status: "arranged", retry: () => undefined }),
    dismiss() {
      if (run !== undefined && run.status !== "running") replace(undefined);
    },
  };
}
