import type { KeyboardPlatform } from "@action-telemetry/actions";
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
  /** All of it as the accessible description; undefined when there is nothing to say. */
  readonly description: string | undefined;
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
  return { heading, text, reason, error, alt, description: join(error, reason, text, alt) };
}

function join(...lines: readonly (string | undefined)[]): string | undefined {
  const said = lines.filter((line) => line !== undefined && line !== "") as readonly string[];
  return said.length === 0 ? undefined : said.map(endSentence).join(" ");
}

function endSentence(line: string): string {
  return /[.!?…。]$/.test(line) ? line : `${line}.`;
}
