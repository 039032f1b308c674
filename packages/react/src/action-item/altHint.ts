import type { KeyboardPlatform } from "@action-telemetry/actions";
import type { Messages } from "../messages/Messages.ts";
import type { ActionState } from "../use-action/ActionState.ts";

/**
 * The line that tells how to reach the alternative: "Ctrl-click: View on Codecov". Undefined when
 * there is none that may run.
 */
export function altHint(
  { alt, kind, disabled }: ActionState,
  messages: Messages,
  platform: KeyboardPlatform,
): string | undefined {
  if (alt === undefined || alt.disabled || alt.kind === "noop" || disabled) return undefined;
  // A modifier asks a browser for a new tab of a link, which only another link can fill.
  const click = kind === "link" && alt.kind !== "link" ? messages.altClick : messages.modifierClick;
  return messages.altHint(click(platform), alt.title);
}
