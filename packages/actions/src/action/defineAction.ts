import type { ActionId } from "./ActionId.ts";
import type { ApplicationAction } from "./ApplicationAction.ts";
import { isActionId } from "./isActionId.ts";

/** An action whose ID has been checked. */
export type DefinedAction<Args extends readonly unknown[] = readonly unknown[]> =
  ApplicationAction<Args> & { readonly id: ActionId };

/**
 * Declares an action of an application, with the types of its arguments inferred from `run` or
 * `logArguments`.
 *
 * @param action - The action. It is returned as it is.
 * @throws Error when the ID is malformed or the fields contradict one another.
 *
 * @example
 * ```ts
 * const toggleLineWrap = defineAction({
 *   id: "toggleLineWrap",
 *   title: "Wrap long lines",
 *   keybindings: ["Alt+Z"],
 *   run: () => editor.toggleLineWrap(),
 * });
 * ```
 */
export function defineAction<Args extends readonly unknown[] = readonly unknown[]>(
  action: ApplicationAction<Args>,
): DefinedAction<Args> {
  if (!isDefined(action)) {
    throw misuse(
      `${describe(action.id)} is not an action ID.`,
      "Executions are logged and counted under this ID, so it has to be safe everywhere.",
      "Use 1 to 128 letters, digits, dots, underscores, slashes and hyphens, starting with a letter or digit, such as editor.toggleLineWrap.",
    );
  }
  if (action.run !== undefined && action.command !== undefined) {
    throw misuse(
      `The action ${action.id} has both a command and a run function.`,
      "Only one of them could run, and nobody could tell which.",
      "Keep run for code of your own, or command for a registered command.",
    );
  }
  if (action.timeoutMs !== undefined && !(action.timeoutMs > 0)) {
    throw misuse(
      `The action ${action.id} has the time limit ${String(action.timeoutMs)}.`,
      "It would fail before it has begun.",
      "Give timeoutMs a number of milliseconds greater than 0, or leave it out.",
    );
  }
  return action;
}

function isDefined<Args extends readonly unknown[]>(
  action: ApplicationAction<Args>,
): action is DefinedAction<Args> {
  return isActionId(action.id);
}

function misuse(what: string, why: string, mend: string): Error {
  return new Error(`@action-telemetry/actions: ${what} ${why} ${mend}`);
}

/** The value in an error message: quoted and cut when it is text, else its type. */
function describe(value: unknown): string {
  if (typeof value !== "string") return `A value of type ${typeof value}`;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
