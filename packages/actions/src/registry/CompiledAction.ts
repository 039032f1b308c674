import type { Dependencies } from "../dependents/Dependencies.ts";
import type { Dependents } from "../dependents/indexDependents.ts";
import type { Field } from "../field/Field.ts";
import type { Icon } from "../icon/Icon.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";
import type { Target } from "./compileTarget.ts";
import type { ResolvedAction, ResolvedActionItem } from "./ResolvedAction.ts";

/** What of an action depends on the context. */
export interface ActionValues {
  readonly title: string;
  /** What is shown while a menu item disables the action; may be empty. */
  readonly disabledTitle: string;
  readonly category: string;
  readonly description: string;
  readonly icon: Icon | undefined;
  readonly item: ResolvedActionItem | undefined;
  readonly target: Target;
}

/** The fields that give these values. */
export type ActionFields = { readonly [Name in keyof ActionValues]: Field<ActionValues[Name]> };

/** An action evaluated for one context, with what its menu items need to know besides. */
export interface EvaluatedAction {
  readonly action: ResolvedAction;
  /** What is shown while a menu item disables the action; may be empty. */
  readonly disabledTitle: string;
}

/** An action whose templates and expressions are parsed. */
export interface CompiledAction extends Dependencies {
  readonly id: string;
  readonly keybindings: readonly Keybinding[];
  readonly fields: ActionFields;
  /** Which of the fields read which keys of the context. */
  readonly dependents: Dependents<keyof ActionValues>;
  /** Puts the values of all fields together. */
  readonly assemble: (values: ActionValues) => EvaluatedAction;
  /**
   * What it says in every context, as soon as that was asked for: undefined until then, and for good
   * where it differs. It is kept here because a weak map of tens of thousands costs more than they do.
   */
  constant: EvaluatedAction | undefined;
}
