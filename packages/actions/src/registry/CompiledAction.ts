import type { Context } from "../context/Context.ts";
import type { Keybinding } from "../keybinding/Keybinding.ts";
import type { Dependencies } from "./createMemo.ts";
import type { ResolvedAction } from "./ResolvedAction.ts";

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
  readonly evaluate: (context: Context) => EvaluatedAction;
}
