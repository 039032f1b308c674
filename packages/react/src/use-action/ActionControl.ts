import type {
  ContextStore,
  ExecuteOptions,
  ExecutionOutcome,
  Executor,
  LogArguments,
  ResolvedAction,
} from "@action-telemetry/actions";
import type { ExecuteDetails } from "./ExecuteDetails.ts";

/** What a control runs, as last rendered. */
export interface ActionControlInput {
  readonly action: ResolvedAction | undefined;
  readonly alt: ResolvedAction | undefined;
  readonly surface: string;
  readonly disabled: boolean;
  readonly executor: Executor;
  readonly scope: ContextStore | undefined;
  readonly syntheticEvents: "run" | "ignore";
  readonly routesLinks: boolean;
  readonly logArguments: LogArguments | undefined;
  readonly onExecute: ((details: ExecuteDetails) => void) | undefined;
  readonly onExecuted: ((details: ExecuteDetails, outcome: ExecutionOutcome) => void) | undefined;
}

/** How a control asks the executor. */
export type ActivationOptions = Pick<
  ExecuteOptions,
  "trigger" | "useAlt" | "trusted" | "navigation" | "newTab"
>;
