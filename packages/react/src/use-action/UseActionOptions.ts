import type { ExecutionOutcome, LogArguments, Surface } from "@action-telemetry/actions";
import type { ActionReference } from "./ActionReference.ts";
import type { ExecuteDetails } from "./ExecuteDetails.ts";

/** The options of `useAction`. */
export interface UseActionOptions {
  readonly action: ActionReference;
  /** Runs instead on a modifier click or a middle click; show it to the person. */
  readonly alt?: ActionReference | undefined;
  /** Where the element is, as it is logged. @default "page" */
  readonly surface?: Surface | undefined;
  /** Whether the application disables it, best with the reason. @default false */
  readonly disabled?: boolean | string | undefined;
  /** Opts in to logging the action's arguments: makes the record to log out of them. */
  readonly logArguments?: LogArguments | undefined;
  /** Called before anything runs or is logged; `details.cancel()` prevents both. */
  readonly onExecute?: ((details: ExecuteDetails) => void) | undefined;
  /** Called when the run has ended, also after the element is gone; `outcome.actionId` is what ran. */
  readonly onExecuted?: ((details: ExecuteDetails, outcome: ExecutionOutcome) => void) | undefined;
  /** Whether the element is a `<button>` or an `<a>`. @default true */
  readonly native?: boolean | undefined;
}
