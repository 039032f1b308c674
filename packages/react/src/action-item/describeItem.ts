import type { Keybinding, KeyboardPlatform } from "@action-telemetry/actions";
import type { Messages } from "../messages/Messages.ts";
import type { ActionState } from "../use-action/ActionState.ts";
import type { ActionItemForm } from "./ActionItemForm.ts";
import { altHint } from "./altHint.ts";

/** What is said of an item besides its name. */
export interface ItemLines {
  /** The name, where it cannot be read on the item. */
  readonly heading: string | undefined;
  readonly text: string | undefined;
  readonly reason: string | undefined;
  readonly error: string | undefined;
  readonly alt: string | undefined;
  readonly keybinding: Keybinding | undefined;
  /** All of it as the accessible description; undefined when there is nothing to say. */
  readonly description: string | undefined;
  /** Whether there is anything that a tooltip would add to what can be seen. */
  readonly hasTooltip: boolean;
}

/** Puts together what is said of an item besides its name. */
export function describeItem(
  state: ActionState,
  form: ActionItemForm,
  messages: Messages,
  platform: KeyboardPlatform,
): ItemLines {
  const text = form.description === form.name ? undefined : form.description;
  const heading = form.label === undefined ? form.name : undefined;
  const reason = state.disabledReason;
  const error = state.error && `${messages.failed(form.name)}: ${state.error.message}`;
  const alt = altHint(state, messages, platform);
  const keybinding = state.action?.keybindings[0];
  const said = [error, reason, text, alt].filter((line) => line !== undefined);
  return {
    heading,
    text,
    reason,
    error,
    alt,
    keybinding,
    description: said.length === 0 ? undefined : said.map(endSentence).join(" "),
    hasTooltip: said.length > 0 || heading !== undefined || keybinding !== undefined,
  };
}

function endSentence(line: string): string {
  return /[.!?…。]$/.test(line) ? line : `${line}.`;
}
