import {
  createExecutor,
  type ActionRegistry,
  type Executor,
  type ExecutorOptions,
} from "@action-telemetry/actions";
import type { TelemetryRecorder } from "@action-telemetry/telemetry";

/**
 * Makes the function that finds the executor of a recorder: one for each recorder, so that overlap
 * is judged over every surface, and an inner `TelemetryProvider` still receives what runs inside it.
 */
export function createExecutors(
  registry: Pick<ActionRegistry, "getCommand" | "context"> | undefined,
  openURL: NonNullable<ExecutorOptions["openURL"]>,
  onFailure?: ExecutorOptions["onFailure"],
): (recorder: TelemetryRecorder) => Executor {
  const executorByRecorder = new WeakMap<TelemetryRecorder, Executor>();
  return (recorder) => {
    const known = executorByRecorder.get(recorder);
    if (known !== undefined) return known;
    const executor = createExecutor({
      record: (execution) => recorder.recordAction(execution),
      getCommand: (command) => registry?.getCommand(command),
      getContext: () => registry?.context.getSnapshot() ?? {},
      openURL,
      onFailure,
    });
    executorByRecorder.set(recorder, executor);
    return executor;
  };
}
