import type { ExecuteOptions, ResolvedAction } from "@action-telemetry/actions";
import type { Actions } from "../actions-provider/useActions.ts";
import type { UseActionOptions } from "./UseActionOptions.ts";

/** What a control runs, as last rendered. */
export interface ActionControlInput {
  readonly action: ResolvedAction | undefined;
  readonly alt: ResolvedAction | undefined;
  readonly disabled: boolean;
  readonly found: Actions;
  readonly options: Pick<UseActionOptions, "surface" | "logArguments" | "onExecute" | "onExecuted">;
}

/** How a control asks the executor. */
export type ActivationOptions = Pick<
  ExecuteOptions,
  "trigger" | "useAlt" | "trusted" | "navigation" | "newTab"
>;
